package app.countersign.document;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Does with each file of a folder what is done with one that comes by mail, in a process of its own: recognised, judged,
 * drawn. Says of each what came of it, and how many milliseconds of work each of the three took.
 */
final class ReaderInSmallMemory {

    /** What each look at a file may take of a thread's work here; a tenth of what it may take otherwise. */
    static final Duration TIME = Limits.RETURNED.time().dividedBy(10);

    private static final Limits LIMITS = new Limits(
            Limits.RETURNED.bytes(),
            Limits.RETURNED.unpacked(),
            Limits.RETURNED.objects(),
            Limits.RETURNED.pages(),
            TIME);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private ReaderInSmallMemory() {}

    /** @param args the issued form, and the folder */
    public static void main(String[] args) throws IOException {
        IssuedForm issued = IssuedForm.of(Files.readAllBytes(Path.of(args[0])), List.of());
        ReturnCheck check = new ReturnCheck(Set.of(), LIMITS, Clock.systemUTC());
        try (Stream<Path> files = Files.list(Path.of(args[1]))) {
            for (Path file : files.sorted().toList()) {
                System.out.println("now " + file.getFileName());
                look(check, issued, file);
            }
        }
    }

    private static void look(ReturnCheck check, IssuedForm issued, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long[] busy = new long[4];
        busy[0] = busy();
        ending(() -> Recognition.of(bytes, LIMITS));
        busy[1] = busy();
        Judgement judgement = check.judge(issued, bytes);
        busy[2] = busy();
        ending(() -> ReturnPictures.png(bytes, 1, 110, judgement.differences(), LIMITS));
        busy[3] = busy();
        System.out.printf(
                "%s %s %d %d %d%n",
                file.getFileName(), judgement.verdict(), busy[1] - busy[0], busy[2] - busy[1], busy[3] - busy[2]);
    }

    private static void ending(java.util.function.Supplier<?> deed) {
        try {
            Optional.ofNullable(deed.get());
        } catch (app.countersign.kernel.Refused e) {
            // An answer, too.
        }
    }

    private static long busy() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_MILLI;
    }
}
