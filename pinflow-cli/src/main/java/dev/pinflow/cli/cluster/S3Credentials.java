package dev.pinflow.cli.cluster;

import dev.pinflow.cli.console.Failure;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A key pair for an S3-compatible store.
 *
 * @param accessKeyId names the key
 * @param secretAccessKey signs the requests; never printed
 */
public record S3Credentials(String accessKeyId, String secretAccessKey) {
    /** The file in the secrets folder, in the form that Kafka's FileConfigProvider reads. */
    public static final String FILE = "s3_creds.yaml";

    /** Reads the file in a secrets folder. */
    public static S3Credentials read(String secretsFolder) {
        Path file = Path.of(secretsFolder, FILE);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", e);
        }
        String id = properties.getProperty("ACCESS_KEY_ID");
        String secret = properties.getProperty("SECRET_ACCESS_KEY");
        if (id == null || secret == null) {
            throw new Failure("The file " + file + " must hold ACCESS_KEY_ID and SECRET_ACCESS_KEY.");
        }
        return new S3Credentials(id, secret);
    }

    /** The file's content. */
    public String text() {
        return "ACCESS_KEY_ID: " + accessKeyId + "\nSECRET_ACCESS_KEY: " + secretAccessKey + "\n";
    }

    @Override
    public String toString() {
        return "S3Credentials[accessKeyId=" + accessKeyId + "]";
    }
}
