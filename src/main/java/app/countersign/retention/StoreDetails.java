package app.countersign.retention;

import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What there is to know of a store, but for its password.
 *
 * @param location a JDBC URL, a folder, or what people call the place
 * @param zone in which it keeps times that name none
 * @param backupsKept for how long its backups keep what was deleted
 * @param unreached what else a deletion there does not reach; may be empty
 * @param quietHours in which alone rows go; empty for any time
 */
public record StoreDetails(
        String name,
        StoreKind kind,
        String location,
        String userName,
        ZoneId zone,
        Optional<Period> backupsKept,
        String unreached,
        Optional<QuietHours> quietHours) {

    /** Of a store in which rows may go at any time. */
    public StoreDetails(
            String name,
            StoreKind kind,
            String location,
            String userName,
            ZoneId zone,
            Optional<Period> backupsKept,
            String unreached) {
        this(name, kind, location, userName, zone, backupsKept, unreached, Optional.empty());
    }
}
