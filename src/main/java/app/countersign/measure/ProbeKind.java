package app.countersign.measure;

/** What a probe looks at. */
public enum ProbeKind {
    /** Protocol, cipher and certificate of an endpoint: {@code host:port}. */
    TLS,
    /** A header of the answer at an address. */
    HEADER,
    /** The age of the newest file in a folder of this machine. */
    FILE_AGE,
    /** A record that the names of the net have: {@code example.org}. */
    DNS,
    /** What a database answers: {@code store: select …}. */
    SQL
}
