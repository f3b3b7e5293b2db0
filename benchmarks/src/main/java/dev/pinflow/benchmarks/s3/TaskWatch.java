package dev.pinflow.benchmarks.s3;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Looks over JMX at the one task of a sink connector in a worker of another process, whose JVM needs no preparation. A
 * look costs the worker some 0.1 ms.
 */
final class TaskWatch implements AutoCloseable {
    private final JMXConnector connection;
    private final MBeanServerConnection beans;
    private final String connector;
    private final ThreadMXBean threads;
    private final OperatingSystemMXBean system;

    private TaskWatch(JMXConnector connection, String connector) throws IOException {
        this.connection = connection;
        this.connector = connector;
        beans = connection.getMBeanServerConnection();
        threads = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        system = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
    }

    /** @param connector its name, with no character but letters, digits and dashes */
    // The address is what the JVM that we started has just told us, and this machine's.
    @SuppressWarnings("BanJNDI")
    static TaskWatch attach(long worker, String connector) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(worker));
            try {
                String url = machine.startLocalManagementAgent();
                return new TaskWatch(JMXConnectorFactory.connect(new JMXServiceURL(url)), connector);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException("The worker's JVM cannot be looked into.", e);
        }
    }

    /** Whether the task has a thread and metrics. */
    boolean isThere() throws IOException {
        return taskThread() >= 0 && beans.isRegistered(metrics());
    }

    /** How many records the task's consumer has delivered, as the worker counts them. */
    long read() throws IOException {
        return metric("sink-record-read-total");
    }

    /** How many records {@code put} has returned for. */
    long put() throws IOException {
        return metric("sink-record-send-total");
    }

    /** Makes {@link #heapPeak()} begin anew. */
    void resetPeak() throws IOException {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The peaks of all heap pools, in bytes, which need not have been at the same time. */
    long heapPeak() throws IOException {
        return heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    Use use() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int thread = 0; thread < ids.length; thread++) {
            allocated.put(ids[thread], bytes[thread]);
        }
        long task = taskThread();
        return new Use(System.nanoTime(), system.getProcessCpuTime(), threads.getThreadCpuTime(task), task, allocated);
    }

    private List<MemoryPoolMXBean> heapPools() throws IOException {
        return ManagementFactory.getPlatformMXBeans(beans, MemoryPoolMXBean.class).stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private long taskThread() {
        String name = "task-thread-" + connector + "-0";
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(name))
                .mapToLong(ThreadInfo::getThreadId)
                .findAny()
                .orElse(-1);
    }

    private long metric(String name) throws IOException {
        try {
            return ((Number) beans.getAttribute(metrics(), name)).longValue();
        } catch (JMException e) {
            throw new IllegalStateException("The worker has no metric " + name + " of " + connector + ".", e);
        }
    }

    private ObjectName metrics() {
        try {
            return new ObjectName("kafka.connect:type=sink-task-metrics,connector=%s,task=0".formatted(connector));
        } catch (JMException e) {
            throw new IllegalArgumentException("A connector's name for measuring: " + connector, e);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    /**
     * What the worker has used until a moment.
     *
     * @param nanos the moment, as {@link System#nanoTime()} tells it
     * @param workerCpu nanoseconds, all threads, JIT compiler and garbage collector included
     * @param taskCpu nanoseconds of the task's thread
     * @param task the id of that thread
     * @param allocated bytes by thread, those that have ended left out
     */
    record Use(long nanos, long workerCpu, long taskCpu, long task, Map<Long, Long> allocated) {
        long taskBytesSince(Use begin) {
            return allocated.get(task) - begin.allocated.getOrDefault(task, 0L);
        }

        long bytesSince(Use begin) {
            return allocated.entrySet().stream()
                    .mapToLong(thread -> thread.getValue() - begin.allocated.getOrDefault(thread.getKey(), 0L))
                    .sum();
        }
    }
}
