package dev.pinflow.streams.answers;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes an {@link AnswerTable}, which is neither cached nor logged: its topic is its log. */
final class AnswerTableBuilder implements StoreBuilder<AnswerTable> {
    private final String name;

    AnswerTableBuilder(String name) {
        this.name = name;
    }

    @Override
    public AnswerTable build() {
        return new AnswerTable(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StoreBuilder<AnswerTable> withCachingEnabled() {
        throw new UnsupportedOperationException("The table " + name + " is not cached.");
    }

    @Override
    public StoreBuilder<AnswerTable> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<AnswerTable> withLoggingEnabled(Map<String, String> config) {
        throw new UnsupportedOperationException("The table " + name + " is not logged.");
    }

    @Override
    public StoreBuilder<AnswerTable> withLoggingDisabled() {
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return false;
    }
}
