package dev.pinflow.connect.s3.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigDef.Width;

/** In which order user interfaces and the page of options show what the features define. */
final class OptionGroups {
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "Storage",
                    "s3.bucket.name",
                    "s3.region",
                    "store.url",
                    "s3.path.style.access.enabled",
                    "s3.wan.mode",
                    "storage.class"),
            new Group(
                    "Credentials",
                    "aws.access.key.id",
                    "aws.secret.access.key",
                    "s3.credentials.provider.class",
                    "s3.credentials.provider.sts.role.arn",
                    "s3.credentials.provider.sts.role.session.name",
                    "s3.credentials.provider.sts.role.external.id",
                    "s3.credentials.provider.sts.region",
                    "s3.credentials.provider.sts.endpoint"),
            new Group(
                    "Object names",
                    "topics.dir",
                    "directory.delim",
                    "file.delim",
                    "filename.offset.zero.pad.width",
                    "s3.schema.partition.affix.type",
                    "tombstone.encoded.partition"),
            new Group(
                    "Partitions",
                    "partitioner.class",
                    "partition.field.name",
                    "path.format",
                    "partition.duration.ms",
                    "timezone",
                    "locale",
                    "timestamp.extractor",
                    "timestamp.field"),
            new Group(
                    "Formats",
                    "format.class",
                    "s3.compression.type",
                    "s3.compression.level",
                    "json.decimal.format",
                    "json.text",
                    "format.bytearray.extension",
                    "format.bytearray.separator",
                    "parquet.codec",
                    "parquet.row.group.bytes",
                    "avro.codec",
                    "connect.meta.data",
                    "enhanced.avro.schema.support",
                    "allow.optional.map.keys",
                    "schemas.cache.config",
                    "store.kafka.keys",
                    "keys.format.class",
                    "store.kafka.headers",
                    "headers.format.class"),
            new Group(
                    "Rotation",
                    "flush.size",
                    "rotate.interval.ms",
                    "rotate.interval.any.partitioner",
                    "rotate.file.on.partition.change",
                    "rotate.schedule.interval.ms",
                    "rotate.bytes",
                    "rotate.age.ms",
                    "partitioner.max.open.files",
                    "schema.compatibility",
                    "schema.objects"),
            new Group(
                    "Delivery",
                    "enable.conditional.writes",
                    "max.files.scan.limit",
                    "s3.upload.threads",
                    "s3.abort.stale.uploads",
                    "max.write.duration.ms"),
            new Group(
                    "Memory",
                    "s3.part.size",
                    "buffer.memory.bytes",
                    "buffer.dir",
                    "s3.elastic.buffer.enable",
                    "s3.elastic.buffer.init.capacity"),
            new Group(
                    "Errors",
                    "behavior.on.null.values",
                    "report.null.values.to.dlq",
                    "tombstones.inline",
                    "s3.part.retries",
                    "s3.retry.backoff.ms",
                    "retry.backoff.ms",
                    "retry.timeout.ms"),
            new Group(
                    "Encryption, access and tags",
                    "s3.ssea.name",
                    "s3.sse.kms.key.id",
                    "s3.sse.customer.key",
                    "s3.acl.canned",
                    "s3.object.tagging",
                    "s3.object.tagging.key.value.pairs",
                    "s3.object.behavior.on.tagging.error",
                    "s3.send.digest"),
            new Group("Network", "s3.proxy.url", "s3.proxy.user", "s3.proxy.password", "s3.http.send.expect.continue"),
            new Group("Without effect", "shutdown.timeout.ms", "schema.generator.class", "hive.integration"));

    private static final Pattern ABBREVIATION =
            Pattern.compile("\\b(s3|aws|id|url|acl|kms|sse|sts|arn|dlq|wan|json)\\b");

    private record Group(String title, List<String> keys) {
        Group(String title, String... keys) {
            this(title, List.of(keys));
        }
    }

    private OptionGroups() {}

    /** The same options with group, place in it and display name. */
    static ConfigDef arranged(ConfigDef options) {
        Map<String, ConfigKey> remaining = new HashMap<>(options.configKeys());
        ConfigDef arranged = new ConfigDef();
        for (Group group : GROUPS) {
            int place = 0;
            for (String name : group.keys()) {
                ConfigKey key = remaining.remove(name);
                if (key != null) {
                    place++;
                    define(arranged, key, group.title(), place);
                }
            }
        }
        remaining.values().forEach(arranged::define);
        return arranged;
    }

    private static void define(ConfigDef arranged, ConfigKey key, String group, int place) {
        arranged.define(
                key.name,
                key.type,
                key.defaultValue,
                key.validator,
                key.importance,
                key.documentation,
                group,
                place,
                Width.MEDIUM,
                displayName(key.name),
                key.dependents,
                key.recommender);
    }

    /** {@code s3.retry.backoff.ms}: S3 retry backoff (ms). */
    private static String displayName(String key) {
        String words = key.replace('.', ' ').replaceAll(" ms$", " (ms)");
        String spelt = ABBREVIATION
                .matcher(words)
                .replaceAll(word -> Matcher.quoteReplacement(word.group().toUpperCase(Locale.ROOT)));
        return spelt.substring(0, 1).toUpperCase(Locale.ROOT) + spelt.substring(1);
    }
}
