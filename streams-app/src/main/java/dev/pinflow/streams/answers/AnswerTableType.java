package dev.pinflow.streams.answers;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.internals.StateStoreProvider;

/** How Kafka Streams hands out an {@link AnswerTable}. */
final class AnswerTableType implements QueryableStoreType<AnswerTable> {
    @Override
    public boolean accepts(StateStore store) {
        return store instanceof AnswerTable;
    }

    @Override
    public AnswerTable create(StateStoreProvider provider, String name) {
        return provider.stores(name, this).get(0);
    }
}
