package app.countersign.deadline;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Where a period runs: whose clock and whose holidays count.
 *
 * @param zone the local time in which hours and days begin and end
 * @param country ISO 3166-1 alpha-2; empty where no holidays are known
 * @param region the part of the country as ISO 3166-2 calls it after the hyphen, in lower case: {@code by}
 */
public record Place(ZoneId zone, Optional<String> country, Optional<String> region) {

    public static Place in(ZoneId zone) {
        return new Place(zone, Optional.empty(), Optional.empty());
    }

    public Place country(String code) {
        return new Place(zone, Optional.of(code), region);
    }

    public Place region(String code) {
        return new Place(zone, country, Optional.of(code));
    }
}
