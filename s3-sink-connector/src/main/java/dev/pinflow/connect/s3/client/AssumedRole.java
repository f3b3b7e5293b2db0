package dev.pinflow.connect.s3.client;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.net.URI;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials of a role that is assumed, again and again before they expire.
 *
 * @param keys with which the role is assumed; empty for the SDK's own chain of sources
 * @param endpoint of the token service; empty for AWS's of the region
 */
record AssumedRole(
        String arn,
        String session,
        Optional<String> externalId,
        String region,
        Optional<URI> endpoint,
        Optional<StaticKeys> keys)
        implements CredentialsSource {
    static final String ARN = "s3.credentials.provider.sts.role.arn";
    static final String SESSION = "s3.credentials.provider.sts.role.session.name";
    static final String EXTERNAL_ID = "s3.credentials.provider.sts.role.external.id";
    static final String STS_REGION = "s3.credentials.provider.sts.region";
    static final String STS_ENDPOINT = "s3.credentials.provider.sts.endpoint";

    private static final String ARN_PATTERN = "arn:[a-z0-9-]+:iam::[0-9]{12}:role/.+";
    private static final String SESSION_PATTERN = "[\\w+=,.@-]{2,64}";
    private static final String FOR = "With the assume-role provider: ";

    static void define(ConfigDef def) {
        def.define(ARN, ConfigDef.Type.STRING, "", Importance.HIGH, FOR + "ARN of the role.");
        def.define(
                SESSION,
                ConfigDef.Type.STRING,
                "pinflow-s3-sink",
                Importance.MEDIUM,
                FOR + "name of the session, 2 to 64 letters, digits and _+=,.@-, as CloudTrail shows it.");
        def.define(
                EXTERNAL_ID,
                ConfigDef.Type.STRING,
                "",
                Importance.MEDIUM,
                FOR + "external id that the role's trust policy asks for; empty: none is sent.");
        def.define(
                STS_REGION,
                ConfigDef.Type.STRING,
                "",
                Importance.LOW,
                FOR + "region whose token service is asked; empty: " + Endpoint.REGION + ".");
        def.define(
                STS_ENDPOINT,
                ConfigDef.Type.STRING,
                "",
                Rules.accepted(Endpoint::isUrl, "must be a host, or an http or https URL, of a token service"),
                Importance.LOW,
                FOR
                        + "endpoint of the token service, for stores other than AWS that have one; empty: AWS's. New here.");
    }

    /** Only if the provider is asked for: another one may use the same keys in its own way. */
    static void check(Findings findings) {
        if (!findings.text(ARN).matches(ARN_PATTERN)) {
            findings.problem(
                    ARN,
                    "must be the ARN of the role to assume, such as arn:aws:iam::123456789012:role/sink, because "
                            + CredentialsConfig.PROVIDER + " asks for a role");
        }
        if (!findings.text(SESSION).matches(SESSION_PATTERN)) {
            findings.problem(SESSION, "must be 2 to 64 letters, digits and _+=,.@-");
        }
        String region = findings.text(STS_REGION);
        if (!region.isBlank() && !Endpoint.isRegion(region)) {
            findings.problem(STS_REGION, "must be the name of a region, such as eu-west-1");
        }
    }

    static AssumedRole from(AbstractConfig config, Optional<StaticKeys> keys) {
        return new AssumedRole(
                config.getString(ARN),
                config.getString(SESSION),
                Optional.of(config.getString(EXTERNAL_ID)).filter(id -> !id.isBlank()),
                Optional.of(config.getString(STS_REGION))
                        .filter(region -> !region.isBlank())
                        .orElseGet(() -> config.getString(Endpoint.REGION)),
                Endpoint.given(config.getString(STS_ENDPOINT)),
                keys);
    }

    @Override
    public AwsCredentialsProvider open(Transport transport) {
        CredentialsSource base = keys.isPresent() ? keys.get() : new CredentialsSource.DefaultChain();
        return new AssumeRoleCredentialsProvider(this, base.open(transport), transport);
    }
}
