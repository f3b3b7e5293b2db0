package dev.pinflow.connect.s3.config;

/** What becomes of an option of Confluent's sink here. */
enum OptionState {
    /** It means the same here. */
    HONOURED,
    /** Any value is accepted, and changes nothing. */
    WITHOUT_EFFECT,
    /** Only the value that is in force anyway is accepted. */
    REFUSED;

    private static final String IDLE = "Accepted without effect: it ";
    private static final String UNSUPPORTED = "Not supported yet: ";

    static OptionState of(String key) {
        String documentation = documentation(key);
        if (documentation.startsWith(IDLE)) {
            return WITHOUT_EFFECT;
        }
        return documentation.startsWith(UNSUPPORTED) ? REFUSED : HONOURED;
    }

    /** What the page says of the option. */
    static String sentence(String key) {
        String documentation = documentation(key);
        return switch (of(key)) {
            case HONOURED -> "honoured";
            case WITHOUT_EFFECT -> "accepted without effect: it " + documentation.substring(IDLE.length());
            case REFUSED -> "refused: " + documentation.substring(UNSUPPORTED.length());
        };
    }

    private static String documentation(String key) {
        return SinkConfig.definition().configKeys().get(key).documentation;
    }
}
