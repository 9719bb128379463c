package app.countersign.desk.web;

import app.countersign.access.web.Me;
import app.countersign.deadline.DeadlineDesk;
import app.countersign.deadline.DueDay;
import app.countersign.kernel.Settings;
import app.countersign.kernel.web.Times;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The picture of the 30 days ahead: how much falls due on each. */
@Named
@RequestScoped
public class DaysAhead {

    private static final int DAYS = 30;
    private static final int LEVELS = 8;
    private static final String READERS = "legal signatory dpo auditor administrator";

    /**
     * A bar.
     *
     * @param level its height: 0 for nothing, 8 for the most
     * @param weekend whether it is a Saturday or Sunday
     * @param marked whether its date is written under it
     */
    public record Bar(
            LocalDate date, String name, String count, int level, boolean weekend, boolean marked, String href) {

        public int getDay() {
            return date.getDayOfMonth();
        }
    }

    @Inject
    private DeadlineDesk desk;

    @Inject
    private Me me;

    @Inject
    private Words words;

    @Inject
    private Times times;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private List<Bar> bars;

    /** Whether there is a picture for that person at all. */
    public boolean isOpen() {
        return me.may(READERS) && me.opens("deadline");
    }

    public List<Bar> getBars() {
        if (bars == null) {
            bars = isOpen() ? drawn() : List.of();
        }
        return bars;
    }

    /** Those on which something is due. */
    public List<Bar> getBusy() {
        return getBars().stream().filter(bar -> bar.level() > 0).toList();
    }

    private List<Bar> drawn() {
        LocalDate today = LocalDate.now(clock.withZone(settings.zone()));
        List<DueDay> days = desk.days(today, today.plusDays(DAYS - 1L), settings.zone());
        long most = days.stream().mapToLong(DueDay::open).max().orElse(0);
        return days.stream().map(day -> bar(day, today, most)).toList();
    }

    private Bar bar(DueDay day, LocalDate today, long most) {
        DayOfWeek weekday = day.date().getDayOfWeek();
        return new Bar(
                day.date(),
                times.date(day.date()),
                words.with(day.more() ? "desk.ahead.more" : "desk.ahead.count", day.open()),
                most == 0 ? 0 : (int) Math.ceil((double) day.open() * LEVELS / most),
                weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY,
                weekday == DayOfWeek.MONDAY || day.date().equals(today),
                "/deadline/calendar?month=" + YearMonth.from(day.date()) + "#d" + day.date());
    }
}
