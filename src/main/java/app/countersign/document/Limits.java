package app.countersign.document;

import java.time.Duration;

/**
 * How far a stranger's file is followed before it is put aside as unreadable. What single streams may unpack to,
 * {@link Burden} says.
 *
 * @param bytes of the file
 * @param unpacked bytes that all its streams may unpack to
 * @param objects that it may declare
 * @param pages that it may have
 * @param time that looking at it may take
 */
public record Limits(long bytes, long unpacked, int objects, int pages, Duration time) {

    /** 25 MB, unpacking to 256 MB, with 200,000 objects and 500 pages, in 20 seconds. */
    public static final Limits USUAL =
            new Limits(25L * 1024 * 1024, 256L * 1024 * 1024, 200_000, 500, Duration.ofSeconds(20));

    /** For a filled form that comes back: 25 MB, unpacking to 192 MB, with 100,000 objects and 200 pages, in 5 seconds. */
    public static final Limits RETURNED =
            new Limits(25L * 1024 * 1024, 192L * 1024 * 1024, 100_000, 200, Duration.ofSeconds(5));
}
