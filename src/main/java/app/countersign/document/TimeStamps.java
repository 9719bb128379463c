package app.countersign.document;

import java.net.URI;
import java.time.Duration;

/** A time-stamp authority (RFC 3161) over HTTP. */
public final class TimeStamps {

    public TimeStamps(URI authority, Duration timeout) {}
}
