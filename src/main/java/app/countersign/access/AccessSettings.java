package app.countersign.access;

import app.countersign.kernel.Settings;
import java.util.Optional;
import java.util.function.Function;

/** The settings that only this room reads, checked as a whole before the server starts. */
public final class AccessSettings {

    private AccessSettings() {}

    /**
     * @param source the value of a full name such as {@code countersign.rate.key}, if it is set
     * @throws Settings.Wrong for the first that can't be
     */
    public static void check(Function<String, Optional<String>> source) {
        Limits.read(source);
        ProviderSettings.read(source);
    }
}
