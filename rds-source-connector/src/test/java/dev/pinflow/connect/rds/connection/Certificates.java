package dev.pinflow.connect.rds.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates made by the JDK's keytool: an authority, what it signs, and the files that servers and clients take. */
final class Certificates {
    static final String PASSWORD = "st0re-s3cret";

    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Makes an authority: its key store, its certificate and a truststore of that alone. */
    void authority(String name) throws IOException, InterruptedException {
        keytool("-genkeypair", "-alias", name, "-keystore", store(name), "-dname", "CN=" + name, "-ext", "bc:c");
        keytool("-exportcert", "-rfc", "-alias", name, "-keystore", store(name), "-file", pem(name));
        keytool("-importcert", "-alias", name, "-keystore", store(name + "-trust"), "-file", pem(name));
    }

    /** Makes a key pair with a certificate for a host that the authority signs, as a store and as PEM files. */
    void signed(String name, String authority, String host)
            throws IOException, InterruptedException, GeneralSecurityException {
        keytool("-genkeypair", "-alias", name, "-keystore", store(name), "-dname", "CN=" + name);
        keytool("-certreq", "-alias", name, "-keystore", store(name), "-file", pem(name + "-request"));
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                authority,
                "-keystore",
                store(authority),
                "-infile",
                pem(name + "-request"),
                "-outfile",
                pem(name),
                "-ext",
                "san=dns:" + host);
        keytool("-importcert", "-alias", authority, "-keystore", store(name), "-file", pem(authority));
        keytool("-importcert", "-alias", name, "-keystore", store(name), "-file", pem(name));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file(name + ".p12"))) {
            keys.load(content, PASSWORD.toCharArray());
        }
        byte[] key = keys.getKey(name, PASSWORD.toCharArray()).getEncoded();
        Files.writeString(
                file(name + "-key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
    }

    private String store(String name) {
        return file(name + ".p12").toString();
    }

    private String pem(String name) {
        return file(name + ".pem").toString();
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-noprompt"));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-validity", "2"));
        }
        Path output = file("keytool.log");
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException(arguments[0] + " failed: " + Files.readString(output));
        }
    }
}
