package dev.pinflow.connect.s3.format.json;

/** JSON strings in UTF-8 the way Jackson writes them: short escapes where there are some, surrogates as \\u escapes. */
final class Escapes {
    /** Bytes that one char takes at most. */
    static final int LONGEST = 6;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    /** By ASCII code: 0 stands for itself, 1 has no short escape, everything else is what follows the backslash. */
    private static final byte[] SHORT = new byte[128];

    static {
        for (int control = 0; control < ' '; control++) {
            SHORT[control] = 1;
        }
        SHORT['\b'] = 'b';
        SHORT['\t'] = 't';
        SHORT['\n'] = 'n';
        SHORT['\f'] = 'f';
        SHORT['\r'] = 'r';
        SHORT['"'] = '"';
        SHORT['\\'] = '\\';
    }

    private Escapes() {}

    /** Whether a text of ASCII characters stands for itself. */
    static boolean needsNone(byte[] ascii) {
        for (byte c : ascii) {
            if (SHORT[c] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Writes any part of a text, and tells where it ends in the target. */
    static int write(String text, int start, int end, byte[] target, int offset) {
        int at = offset;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < SHORT.length) {
                at = ascii(c, target, at);
            } else if (c < 0x800) {
                target[at++] = (byte) (0xC0 | (c >> 6));
                target[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isSurrogate(c)) {
                at = hex(c, target, at);
            } else {
                target[at++] = (byte) (0xE0 | (c >> 12));
                target[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                target[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        return at;
    }

    private static int ascii(char c, byte[] target, int offset) {
        if (SHORT[c] == 0) {
            target[offset] = (byte) c;
            return offset + 1;
        }
        if (SHORT[c] == 1) {
            return hex(c, target, offset);
        }
        target[offset] = '\\';
        target[offset + 1] = SHORT[c];
        return offset + 2;
    }

    private static int hex(char c, byte[] target, int offset) {
        target[offset] = '\\';
        target[offset + 1] = 'u';
        target[offset + 2] = HEX[c >> 12];
        target[offset + 3] = HEX[(c >> 8) & 0xF];
        target[offset + 4] = HEX[(c >> 4) & 0xF];
        target[offset + 5] = HEX[c & 0xF];
        return offset + LONGEST;
    }
}
