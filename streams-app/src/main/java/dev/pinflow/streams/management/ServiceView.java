package dev.pinflow.streams.management;

/** What the endpoints ask the service. Thread-safe; answers at once, from memory. */
public interface ServiceView {
    /** Whether the process should be left alone; otherwise it is to be killed and started again. */
    Verdict alive();

    /** Whether the service does its work now. */
    Verdict ready();

    /** Whether the service has done its work once. */
    Verdict started();

    ServiceStatus status();
}
