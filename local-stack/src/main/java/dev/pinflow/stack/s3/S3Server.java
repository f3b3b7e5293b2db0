package dev.pinflow.stack.s3;

import dev.pinflow.stack.folder.DataFolder;
import dev.pinflow.stack.folder.Password;
import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.start.BoundedStart;
import dev.pinflow.stack.start.FolderServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * An S3 server inside this JVM that checks signatures (version 4) and keeps its objects as files. Clients use path-style
 * addressing; any region will do. The keys are made with the data folder and stay the same with it.
 *
 * <p>The address is the endpoint's URL without a slash at the end.
 */
public final class S3Server extends FolderServer {
    private static final Logger LOG = LoggerFactory.getLogger(S3Server.class);
    private static final String NAME = "S3";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private volatile Optional<Running> running = Optional.empty();

    private record Running(S3Proxy proxy, FilesystemNio2BlobStore store, String accessKey, String secretKey) {}

    /** @param port the port to listen on, or 0 for a free one */
    public S3Server(Path folder, int port) {
        super(NAME, folder, port);
    }

    @Override
    protected void startOn(DataFolder opened, int requested) throws IOException {
        Path objects = Files.createDirectories(opened.path().resolve("objects"));
        String accessKey = opened.keep("access.key", () -> Password.random(20));
        String secretKey = opened.keep("secret.key", () -> Password.random(40));
        opened.markReady();
        FilesystemNio2BlobStore store = new FilesystemNio2BlobStore(objects.toString());
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://%s:%d".formatted(LocalPort.HOST, requested)))
                .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                .build();
        running = Optional.of(new Running(proxy, store, accessKey, secretKey));
        BoundedStart.call(NAME, START_LIMIT, () -> {
            proxy.start();
            return proxy;
        });
    }

    @Override
    protected String version() {
        return Optional.ofNullable(S3Proxy.class.getPackage().getImplementationVersion())
                .orElse("unversioned");
    }

    @Override
    public String address() {
        return "http://%s:%d".formatted(LocalPort.HOST, running().proxy().getPort());
    }

    public String accessKey() {
        return running().accessKey();
    }

    public String secretKey() {
        return running().secretKey();
    }

    /** Creates a bucket; does nothing when it exists. */
    public void createBucket(String name) {
        if (!running().store().containerExists(name)) {
            running()
                    .store()
                    .createContainer(CreateBucketRequest.builder().bucket(name).build());
        }
    }

    private Running running() {
        return running.orElseThrow(() -> new IllegalStateException("The S3 server is not running."));
    }

    @Override
    protected void stopRunning() {
        running.ifPresent(server -> {
            try {
                server.proxy().stop();
            } catch (Exception e) {
                LOG.warn("The S3 server did not stop in order", e);
            }
            server.store().close();
        });
        running = Optional.empty();
    }
}
