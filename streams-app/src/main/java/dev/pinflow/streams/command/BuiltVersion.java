package dev.pinflow.streams.command;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class BuiltVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = BuiltVersion.class.getPackage().getImplementationVersion();
        return new String[] {"pinflow-streams " + (version == null ? "unpackaged" : version)};
    }
}
