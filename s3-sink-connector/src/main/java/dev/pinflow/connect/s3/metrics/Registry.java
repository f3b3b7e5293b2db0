package dev.pinflow.connect.s3.metrics;

import java.util.function.Supplier;
import org.apache.kafka.common.metrics.Sensor;

/** A place where metrics can be seen. */
interface Registry extends AutoCloseable {
    /** @param value may be asked for by any thread until the registry is closed */
    void gauge(String name, String description, Supplier<? extends Number> value);

    /** A sensor whose mean and maximum over the last minute or so are shown under {@code <name>-avg} and {@code -max}. */
    Sensor latency(String name, String description);

    @Override
    void close();
}
