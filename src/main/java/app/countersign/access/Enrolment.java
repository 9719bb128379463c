package app.countersign.access;

/** What a person needs to set up their authenticator app.
 *
 * @param picture a {@code data:} address of a QR code
 * @param secret the same, for typing */
public record Enrolment(String picture, String secret) {}
