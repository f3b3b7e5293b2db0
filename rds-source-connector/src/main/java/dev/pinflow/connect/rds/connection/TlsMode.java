package dev.pinflow.connect.rds.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far the way to the database is protected, from least to most. */
public enum TlsMode {
    /** Nothing is encrypted: no cost, for a database on the same machine or behind a tunnel. */
    DISABLED,
    /** Encrypted where the server can, in the open where it cannot: never an obstacle, never a promise. */
    PREFERRED,
    /** Encrypted or not at all, with whoever answers: keeps listeners out, not impostors. */
    REQUIRED,
    /** Encrypted, with a server whose certificate a trusted authority signed: its other servers could still pose. */
    VERIFY_CA,
    /** As verify-ca, and the certificate names the host of the URL: full protection, breaks with host aliases. */
    VERIFY_IDENTITY;

    static TlsMode of(String option) {
        return valueOf(option.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The word for it in the configuration, such as {@code verify-ca}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> options() {
        return Arrays.stream(values()).map(TlsMode::option).toList();
    }

    /** Whether nothing passes unencrypted. */
    public boolean alwaysEncrypts() {
        return compareTo(REQUIRED) >= 0;
    }

    boolean verifies() {
        return compareTo(VERIFY_CA) >= 0;
    }
}
