package dev.pinflow.connect.s3.client;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Where the store is.
 *
 * @param url of an S3-compatible store; empty for AWS
 */
record Endpoint(String region, Optional<URI> url, Addressing addressing) {
    static final String REGION = "s3.region";
    static final String STORE_URL = "store.url";
    static final String PATH_STYLE = "s3.path.style.access.enabled";
    static final String WAN_MODE = "s3.wan.mode";

    private static final List<String> SCHEMES = List.of("http", "https");

    static void define(ConfigDef def) {
        def.define(
                REGION,
                ConfigDef.Type.STRING,
                "us-west-2",
                Rules.accepted(Endpoint::isRegion, "must be the name of a region, such as eu-west-1"),
                Importance.MEDIUM,
                "AWS region of the bucket. Names that this version does not know pass, so that new regions work.");
        def.define(
                STORE_URL,
                ConfigDef.Type.STRING,
                null,
                Rules.accepted(Endpoint::isUrl, "must be a host, or an http or https URL, of an S3-compatible store"),
                Importance.HIGH,
                "Endpoint of an S3-compatible store; https unless the URL says otherwise. Unset: AWS.");
        def.define(
                PATH_STYLE,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Bucket in the path instead of the host name.");
        def.define(
                WAN_MODE,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.MEDIUM,
                "Transfer acceleration: faster to a distant bucket that allows it, at a price per byte. Needs "
                        + PATH_STYLE + "=false.");
    }

    static void check(Findings findings) {
        if (!findings.isTrue(WAN_MODE)) {
            return;
        }
        if (findings.isTrue(PATH_STYLE)) {
            findings.problem(PATH_STYLE, "must be false because " + WAN_MODE + " is true");
        }
        if (!findings.text(STORE_URL).isBlank()) {
            findings.problem(STORE_URL, "must be removed because " + WAN_MODE + "=true goes to AWS's own endpoint");
        }
        if (findings.text(StorageConfig.BUCKET).contains(".")) {
            findings.problem(
                    WAN_MODE,
                    "must be false because AWS accelerates no bucket with a dot in its name, and the name in "
                            + StorageConfig.BUCKET + " has one");
        }
    }

    static Endpoint from(AbstractConfig config) {
        return new Endpoint(config.getString(REGION), given(config.getString(STORE_URL)), addressing(config));
    }

    void onClient(S3ClientBuilder builder) {
        builder.region(Region.of(region))
                .forcePathStyle(addressing == Addressing.PATH)
                .accelerate(addressing == Addressing.ACCELERATED);
        url.ifPresent(builder::endpointOverride);
    }

    /** Blank text is no endpoint. */
    static Optional<URI> given(String text) {
        return Optional.ofNullable(text)
                .filter(given -> !given.isBlank())
                .map(Endpoint::withScheme)
                .map(URI::create);
    }

    static boolean isUrl(String text) {
        if (text.isBlank()) {
            return true;
        }
        try {
            URI uri = new URI(withScheme(text));
            return uri.getHost() != null && SCHEMES.contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The name becomes part of a host name. */
    static boolean isRegion(String text) {
        return text.matches("[A-Za-z0-9-]{1,63}");
    }

    private static Addressing addressing(AbstractConfig config) {
        if (config.getBoolean(WAN_MODE)) {
            return Addressing.ACCELERATED;
        }
        return config.getBoolean(PATH_STYLE) ? Addressing.PATH : Addressing.HOST;
    }

    private static String withScheme(String text) {
        return text.contains("://") ? text : "https://" + text;
    }
}
