package app.countersign.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Somebody who goes on writing messages, one after the other, and notes how long each took. */
final class Writer implements AutoCloseable {

    private static final long BETWEEN_MILLIS = 5;
    private static final long FIRST = 1_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;

    private final DataSource database;
    private long written;
    private volatile boolean going;
    private volatile Exception trouble;

    Writer(DataSource database) {
        this.database = database;
    }

    /** The 99th percentile of a write while that is being done, in milliseconds. */
    double during(Callable<?> thing) throws Exception {
        List<Double> millis = new ArrayList<>();
        going = true;
        Thread thread = new Thread(() -> write(millis), "writer");
        thread.start();
        try {
            thing.call();
        } finally {
            going = false;
            thread.join(TimeUnit.MINUTES.toMillis(5));
        }
        if (trouble != null) {
            throw trouble;
        }
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100));
    }

    private void write(List<Double> millis) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into message (id, sent_at, author, body) values (?, now(), 'writer', 'text')")) {
            while (going) {
                insert.setLong(1, FIRST + written++);
                long begun = System.nanoTime();
                insert.executeUpdate();
                millis.add((System.nanoTime() - begun) / NANOS_PER_MILLI);
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (SQLException e) {
            trouble = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Rows that are there now and were not before. */
    long written() {
        return written;
    }

    @Override
    public void close() {
        going = false;
    }
}
