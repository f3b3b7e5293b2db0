package dev.pinflow.connect.rds.metrics;

import java.util.function.Supplier;

/** A place where metrics can be seen. */
interface Registry extends AutoCloseable {
    /** The group of plugins' metrics on workers that have one. */
    String GROUP = "plugins";

    /** @param value may be asked for by any thread until the registry is closed */
    void add(String name, String description, Supplier<? extends Number> value);

    @Override
    void close();
}
