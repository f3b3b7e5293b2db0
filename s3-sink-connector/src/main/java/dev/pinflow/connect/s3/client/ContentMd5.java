package dev.pinflow.connect.s3.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The digest of a request's body as the Content-MD5 header has it (RFC 1864): Base64 of the MD5. */
public final class ContentMd5 {
    private static final int BUFFER = 16 * 1024;

    private ContentMd5() {}

    /** Reads the stream to its end and closes it. */
    public static String of(InputStream content) {
        MessageDigest digest = md5();
        byte[] buffer = new byte[BUFFER];
        try (content) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    static String of(byte[] content) {
        return Base64.getEncoder().encodeToString(md5().digest(content));
    }

    /** Every Java platform has MD5; here it only detects garbled bytes. */
    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
