package dev.pinflow.connect.s3.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Tag;

class StorageConfigTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @Test
    void hasConfluentsDefaults() {
        assertThat(Options.problems(Map.of())).isEmpty();
        assertThat(Options.storage(Map.of()))
                .isEqualTo(new StorageConfig(
                        "sink",
                        26_214_400,
                        new Endpoint("us-west-2", Optional.empty(), Addressing.PATH),
                        new CredentialsSource.DefaultChain(),
                        new Transport(Optional.empty(), true),
                        new Retries(3, Duration.ofMillis(200)),
                        new RequestSettings(
                                new Encryption(Optional.empty(), Optional.empty(), Optional.empty()),
                                Optional.empty(),
                                false),
                        new ObjectTags(false, List.of(), false)));
    }

    @Test
    void readsEveryOptionAndShowsNoSecret() {
        Map<String, String> given = Map.ofEntries(
                Map.entry("s3.part.size", "5242880"),
                Map.entry("storage.class", "s3"),
                Map.entry("s3.region", "xy-future-9"),
                Map.entry("store.url", "127.0.0.1:9000"),
                Map.entry("s3.path.style.access.enabled", "false"),
                Map.entry("aws.access.key.id", "me"),
                Map.entry("aws.secret.access.key", "hush"),
                Map.entry("s3.ssea.name", "AES256"),
                Map.entry("s3.sse.customer.key", KEY),
                Map.entry("s3.acl.canned", "bucket-owner-full-control"),
                Map.entry("s3.send.digest", "true"),
                Map.entry("s3.http.send.expect.continue", "false"),
                Map.entry("s3.proxy.url", "http://one:hush1@proxy.example"),
                Map.entry("s3.part.retries", "0"),
                Map.entry("s3.retry.backoff.ms", "9223372036854775807"),
                Map.entry("s3.object.tagging", "true"),
                Map.entry("s3.object.tagging.key.value.pairs", "team:pins, url:http://x,empty:"),
                Map.entry("s3.object.behavior.on.tagging.error", "fail"));
        assertThat(Options.problems(given)).isEmpty();
        StorageConfig storage = Options.storage(given);
        assertThat(storage)
                .isEqualTo(new StorageConfig(
                        "sink",
                        5_242_880,
                        new Endpoint("xy-future-9", Optional.of(URI.create("https://127.0.0.1:9000")), Addressing.HOST),
                        new StaticKeys("me", new Password("hush")),
                        new Transport(
                                Optional.of(new Proxy(
                                        URI.create("http://proxy.example:80"),
                                        Optional.of("one"),
                                        new Password("hush1"))),
                                false),
                        new Retries(1, Duration.ofDays(1)),
                        new RequestSettings(
                                new Encryption(
                                        Optional.of(Encryption.Algorithm.AES256),
                                        Optional.of(new CustomerKey(new Password(KEY), "KYvwGXoFFJ42a2u2GDWhwQ==")),
                                        Optional.empty()),
                                Optional.of(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
                                true),
                        new ObjectTags(
                                true, List.of(tag("team", "pins"), tag("url", "http://x"), tag("empty", "")), true)));
        assertThat(storage.toString()).doesNotContain("hush").doesNotContain(KEY);
    }

    @Test
    void takesUserAndPasswordOfTheProxyFromTheirOwnOptionsFirst() {
        StorageConfig storage = Options.storage(Map.of(
                "s3.proxy.url",
                "https://one:hush1@proxy.example",
                "s3.proxy.user",
                "two",
                "s3.proxy.password",
                "hush2"));
        assertThat(storage.transport().proxy())
                .contains(
                        new Proxy(URI.create("https://proxy.example:443"), Optional.of("two"), new Password("hush2")));
    }

    @Test
    void givesEveryAttemptTheTimeThatAPartNeedsOnASlowLine() {
        assertThat(S3Clients.longestAttempt(5_242_880)).isEqualTo(Duration.ofMinutes(2));
        assertThat(S3Clients.longestAttempt(26_214_400)).isEqualTo(Duration.ofSeconds(128));
        assertThat(S3Clients.longestAttempt(Integer.MAX_VALUE)).isGreaterThan(Duration.ofHours(2));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "storage.class, com.example.Storage, S3 only",
        "s3.part.size, 1000, at least 5242880",
        "s3.region, eu west, region",
        "s3.region, '', region",
        "store.url, ftp://example.org, http or https",
        "s3.ssea.name, aes, aws:kms:dsse",
        "s3.acl.canned, everybody, bucket-owner-full-control",
        "s3.send.digest, perhaps, true or false",
        "s3.http.send.expect.continue, perhaps, true or false",
        "s3.proxy.url, proxy:3128, http or https",
        "s3.proxy.url, socks://proxy:3128, http or https",
        "s3.proxy.url, http://me:hush here@proxy, http or https",
        "s3.part.retries, -1, at least 0",
        "s3.retry.backoff.ms, -1, at least 0",
        "s3.object.tagging.key.value.pairs, team, key:value",
        "s3.object.tagging.key.value.pairs, ':pins', 1 to 128",
        "s3.object.tagging.key.value.pairs, 'team:pins,team:posts', taken",
        "s3.object.tagging.key.value.pairs, 'endOffset:7', taken",
        "s3.object.tagging.key.value.pairs, 'team:*', at most 256",
        "s3.object.behavior.on.tagging.error, panic, ignore",
        "s3.credentials.provider.class, com.example.Missing, plugin folder",
        "s3.credentials.provider.class, java.lang.String, does not implement",
        "s3.credentials.provider.class, software.amazon.awssdk.auth.credentials.StaticCredentialsProvider, create()",
        "s3.credentials.provider.class, com.amazonaws.auth.ClasspathPropertiesFileCredentialsProvider, AWS SDK 1",
        "s3.credentials.provider.class, com.amazonaws.auth.STSAssumeRoleSessionCredentialsProvider, AWS SDK 1",
        "s3.credentials.provider.sts.endpoint, ftp://x, token service",
    })
    void refusesWhatIsWrongAndNamesTheRule(String key, String value, String sentence) {
        Map<String, List<String>> problems = Options.problems(Map.of(key, value));
        assertThat(problems).containsOnlyKeys(key);
        assertThat(problems.get(key))
                .singleElement()
                .asString()
                .contains(key, sentence)
                .doesNotContain("hush");
    }

    @ParameterizedTest(name = "{0}={1} is a matter of {2}")
    @CsvSource({
        "aws.access.key.id, me, aws.secret.access.key, must be set",
        "aws.secret.access.key, hush, aws.access.key.id, must be set",
        "s3.wan.mode, true, s3.path.style.access.enabled, must be false",
        "s3.sse.customer.key, " + KEY + ", s3.ssea.name, must be AES256",
        "s3.sse.kms.key.id, alias/pins, s3.ssea.name, must be aws:kms",
        "s3.proxy.user, me, s3.proxy.url, must be set",
        "s3.proxy.password, hush, s3.proxy.url, must be set",
        "s3.credentials.provider.class, io.confluent.connect.s3.auth.AwsAssumeRoleCredentialsProvider,"
                + " s3.credentials.provider.sts.role.arn, ARN of the role",
    })
    void pinsProblemsOfSeveralOptionsOnTheOneToChange(String key, String value, String needed, String sentence) {
        Map<String, List<String>> problems = Options.problems(Map.of(key, value));
        assertThat(problems).containsOnlyKeys(needed);
        assertThat(problems.get(needed))
                .singleElement()
                .asString()
                .contains(key, sentence)
                .doesNotContain("hush", KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush hush", "aHVzaA=="})
    void refusesACustomerKeyOfAnotherSizeWithoutShowingIt(String key) {
        Map<String, List<String>> problems =
                Options.problems(Map.of("s3.ssea.name", "AES256", "s3.sse.customer.key", key));
        assertThat(problems).containsOnlyKeys("s3.sse.customer.key");
        assertThat(problems.get("s3.sse.customer.key"))
                .singleElement()
                .asString()
                .contains("32 bytes")
                .doesNotContain(key);
    }

    @Test
    void refusesAccelerationBesidesAnEndpointOrForABucketWithADot() {
        Map<String, List<String>> problems = Options.problems(Map.of(
                "s3.wan.mode", "true",
                "s3.path.style.access.enabled", "false",
                "store.url", "http://store",
                "s3.bucket.name", "my.bucket"));
        assertThat(problems).containsOnlyKeys("store.url", "s3.wan.mode");
    }

    @Test
    void refusesMoreTagsThanS3Takes() {
        assertThat(Options.problems(Map.of("s3.object.tagging.key.value.pairs", pairs(7))))
                .isEmpty();
        assertThat(Options.problems(Map.of("s3.object.tagging.key.value.pairs", pairs(8)))
                        .get("s3.object.tagging.key.value.pairs"))
                .singleElement()
                .asString()
                .contains("at most 7");
    }

    private static String pairs(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i + ":v").collect(Collectors.joining(","));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
