package app.countersign.schedule;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Has each job looked at every second, side by side: one that waits for a server elsewhere, or works for minutes, keeps
 * none of the others waiting.
 */
final class Rhythm {

    /** At once. Each that works holds two of the pool's connections to the database, which pages need, too. */
    private static final int SIDE_BY_SIDE = 10;

    private final ScheduledExecutorService executor;
    private final Consumer<Job> look;

    /** @param look must throw nothing: what it throws ends the looking at that job */
    Rhythm(ThreadFactory threads, Consumer<Job> look) {
        // What is wanted while everything ends is found at the next start.
        this.executor = new ScheduledThreadPoolExecutor(SIDE_BY_SIDE, threads, new ThreadPoolExecutor.DiscardPolicy());
        this.look = look;
    }

    void add(Job job) {
        executor.scheduleWithFixedDelay(() -> look.accept(job), 2, 1, TimeUnit.SECONDS);
    }

    /** Beside the others, which may use all threads: then it waits for one. It must throw nothing. */
    void atOnce(Runnable look) {
        executor.execute(look);
    }

    /** Whatever runs comes to its end. */
    void end() {
        executor.shutdown();
    }
}
