package dev.pinflow.cli.demo;

import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The source connector's own metrics, as the Connect worker in this process publishes them over JMX. */
final class SourceTask {
    private static final String COMPLETE = "complete";

    private final ObjectName tasks;
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    /** @param connector the source connector's name */
    SourceTask(String connector) {
        try {
            this.tasks = new ObjectName("kafka.connect:type=plugins,connector=" + connector + ",*");
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("'" + connector + "' is no connector name.", e);
        }
    }

    /** Whether every task says that it has emitted all that it ever will. */
    boolean isComplete() {
        Set<ObjectName> found = beans.queryNames(tasks, null);
        return !found.isEmpty() && found.stream().allMatch(this::isComplete);
    }

    private boolean isComplete(ObjectName task) {
        try {
            return ((Number) beans.getAttribute(task, COMPLETE)).doubleValue() == 1.0;
        } catch (JMException notThere) {
            return false;
        }
    }
}
