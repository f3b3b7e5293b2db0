package dev.pinflow.stack.folder;

import java.security.SecureRandom;

/** Passwords and keys that nobody chose. */
public final class Password {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Password() {}

    /** So many letters and digits, each with 5.9 bits of randomness; safe to quote in SQL, URLs and shells. */
    public static String random(int length) {
        return new SecureRandom()
                .ints(length, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
