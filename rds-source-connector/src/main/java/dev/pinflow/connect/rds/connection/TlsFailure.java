package dev.pinflow.connect.rds.connection;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** A connection that failed over certificates: the driver calls that a lost connection, but no waiting mends it. */
public final class TlsFailure extends SQLNonTransientConnectionException {
    private static final long serialVersionUID = 1L;

    /** The driver's words, {@code MysqlIO.15}; it has neither a code nor an exception of its own for this. */
    private static final String NOT_OFFERED = "SSL Connection required";

    private TlsFailure(String message, Throwable cause) {
        super(message, null, cause);
    }

    /** The same failure in clear words where it is one of TLS, or else itself. */
    static SQLException explained(TlsConfig tls, SQLException failure) {
        if (String.valueOf(failure.getMessage()).contains(NOT_OFFERED)) {
            return new TlsFailure(
                    TlsConfig.MODE + " " + tls.mode().option()
                            + " cannot be kept, as the server offers no TLS. Enable TLS " + "there, or set "
                            + TlsConfig.MODE + " to preferred, which goes unencrypted then.",
                    null);
        }
        return cause(failure)
                .<SQLException>map(cause -> new TlsFailure(message(tls, cause), cause))
                .orElse(failure);
    }

    /** None where the network broke during the handshake, as it does when the server restarts. */
    private static Optional<Throwable> cause(Throwable failure) {
        Throwable deepest = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException
                    || cause instanceof SocketException
                    || cause instanceof InterruptedIOException) {
                return Optional.empty();
            }
            if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
                deepest = cause;
            }
        }
        return Optional.ofNullable(deepest);
    }

    private static String message(TlsConfig tls, Throwable cause) {
        String trusted = tls.truststore().isSet()
                ? StoreConfig.TRUSTSTORE + ".location (" + tls.truststore().location() + ")"
                : "the truststore of the worker's Java";
        String way = switch (tls.mode()) {
            case VERIFY_CA -> "Put the authority that signed the server's certificate into " + trusted + ".";
            case VERIFY_IDENTITY ->
                "Put the authority that signed the server's certificate into " + trusted
                        + ", and use the host name that the certificate names in connection.url, or set "
                        + TlsConfig.MODE + " to verify-ca.";
            case DISABLED, PREFERRED, REQUIRED ->
                "Check the server's TLS versions, and " + StoreConfig.KEYSTORE
                        + ".location if it demands a certificate.";
        };
        return TlsConfig.MODE + " " + tls.mode().option() + " refuses the server (" + cause.getMessage() + "). " + way;
    }
}
