package app.countersign.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;

/**
 * Regulation 1182/71 counted once more, in another way than {@link Reckoning} does: with the calendar of Java 1.1,
 * hour by hour and day by day, and with holidays by the formula of Easter. Shares nothing with what it checks.
 */
final class SecondCount {

    private final TimeZone zone;
    private final String country;

    /** @param country DE, CH, or empty where no holidays count */
    SecondCount(String zone, String country) {
        this.zone = TimeZone.getTimeZone(zone);
        this.country = country;
    }

    /** Art. 3(1), 3(2)(a): wait for the next full hour, then let so many hours pass. */
    Instant endOfHours(Instant event, int hours) {
        // Minute by minute on the time line: where the clocks show an hour twice, its repetition is another hour.
        Calendar clock = calendar(Instant.ofEpochMilli(event.toEpochMilli() / 60_000 * 60_000));
        do {
            clock.setTimeInMillis(clock.getTimeInMillis() + 60_000);
        } while (clock.get(Calendar.MINUTE) != 0);
        for (int i = 0; i < hours; i++) {
            clock.setTimeInMillis(clock.getTimeInMillis() + 3_600_000);
        }
        return clock.toInstant();
    }

    /** Art. 3(2)(c), 3(4): the last second of the last day, or of the next working day after it. */
    Instant endOfMonths(Instant event, int months) {
        Calendar day = calendar(event);
        int date = day.get(Calendar.DAY_OF_MONTH);
        day.set(Calendar.HOUR_OF_DAY, 12);
        day.set(Calendar.DAY_OF_MONTH, 1);
        for (int i = 0; i < months; i++) {
            day.add(Calendar.MONTH, 1);
        }
        for (int i = 1; i < date && i < day.getActualMaximum(Calendar.DAY_OF_MONTH); ) {
            day.add(Calendar.DAY_OF_MONTH, 1);
            i++;
        }
        return endOf(day);
    }

    Instant endOfDays(Instant event, int days) {
        Calendar day = calendar(event);
        day.set(Calendar.HOUR_OF_DAY, 12);
        for (int i = 0; i < days; i++) {
            day.add(Calendar.DAY_OF_MONTH, 1);
        }
        return endOf(day);
    }

    private Instant endOf(Calendar noon) {
        while (!isWorkingDay(noon)) {
            noon.add(Calendar.DAY_OF_MONTH, 1);
        }
        Calendar next = (Calendar) noon.clone();
        next.add(Calendar.DAY_OF_MONTH, 1);
        next.set(Calendar.HOUR_OF_DAY, 0);
        next.set(Calendar.MINUTE, 0);
        next.set(Calendar.SECOND, 0);
        next.set(Calendar.MILLISECOND, 0);
        return next.toInstant();
    }

    private boolean isWorkingDay(Calendar day) {
        int weekday = day.get(Calendar.DAY_OF_WEEK);
        int code = (day.get(Calendar.MONTH) + 1) * 100 + day.get(Calendar.DAY_OF_MONTH);
        return weekday != Calendar.SATURDAY
                && weekday != Calendar.SUNDAY
                && !holidays(day.get(Calendar.YEAR)).contains(code);
    }

    /** As month times a hundred plus day. Those of the whole country, on days that can be working days. */
    private List<Integer> holidays(int year) {
        List<Integer> all = new ArrayList<>();
        if (country.equals("DE")) {
            all.addAll(List.of(101, 501, 1003, 1225, 1226));
            List.of(-2, 1, 39, 50).forEach(days -> all.add(fromEaster(year, days)));
        } else if (country.equals("CH")) {
            all.addAll(List.of(101, 801, 1225));
            all.add(fromEaster(year, 39));
        }
        return all;
    }

    /** Easter by the anonymous Gregorian algorithm (Nature, 20 April 1876). */
    private static int fromEaster(int year, int days) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31;
        int day = (h + l - 7 * m + 114) % 31 + 1;
        Calendar easter = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        easter.clear();
        easter.set(year, month - 1, day + days);
        return (easter.get(Calendar.MONTH) + 1) * 100 + easter.get(Calendar.DAY_OF_MONTH);
    }

    private Calendar calendar(Instant at) {
        Calendar calendar = new GregorianCalendar(zone);
        calendar.setTime(Date.from(at));
        return calendar;
    }
}
