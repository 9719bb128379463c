package app.countersign.kernel;

/**
 * Where a request really comes from.
 *
 * @param address in figures, IPv4 or IPv6, never anything that the sender made up
 * @param secure whether the browser spoke TLS
 */
public record Origin(String address, boolean secure) {}
