package app.countersign.access;

import app.countersign.kernel.Reason;

/** A rule for passwords, beside the field in which one is typed.
 *
 * @param state {@code kept}, {@code open}, or {@code later} for what is asked when the password is sent */
public record PasswordTick(Reason rule, String state) {}
