package app.countersign.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Ends a call in time: somebody who says a letter every nine seconds is never silent, and never done. */
public final class HangUp {

    private HangUp() {}

    /** @param longest after which the line is closed, whatever is being said */
    public static void after(Duration longest, Closeable line) {
        Executor later = CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> close(line), later);
    }

    private static void close(Closeable line) {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
