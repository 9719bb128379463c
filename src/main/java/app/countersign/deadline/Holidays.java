package app.countersign.deadline;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Which days are no working days (Regulation 1182/71, Art. 2): holidays where the period runs, Saturdays, Sundays. */
final class Holidays {

    private Holidays() {}

    static boolean isWorkingDay(LocalDate day, Place place) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && place.country().flatMap(Holidays::of).stream()
                        .noneMatch(holidays -> isHoliday(holidays, day, place.region()));
    }

    private static boolean isHoliday(HolidayManager holidays, LocalDate day, Optional<String> region) {
        return holidays.isHoliday(
                day, HolidayType.PUBLIC_HOLIDAY, region.stream().toArray(String[]::new));
    }

    /** Empty for a country of which none are known. */
    private static Optional<HolidayManager> of(String country) {
        return HolidayManager.getSupportedCalendarCodes().contains(country)
                ? Optional.of(HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT))))
                : Optional.empty();
    }
}
