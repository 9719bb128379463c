package app.countersign.deadline.web;

import app.countersign.deadline.CalendarLink;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineDesk;
import app.countersign.deadline.DueDay;
import app.countersign.deadline.Subscribing;
import app.countersign.kernel.Settings;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code /deadline/calendar?month=2026-11}: a month, day by day, in the organisation's zone; and the link to one's own. */
@Named
@RequestScoped
public class DeadlineCalendarPage {

    private static final int SHOWN = 3;
    private static final int WEEK = 7;
    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final YearMonth LAST = YearMonth.of(2999, 12);

    /**
     * A day of the grid.
     *
     * @param shown what stands in its cell
     * @param hidden what opens at a click
     * @param more whether there is even more than that
     */
    public record Day(
            LocalDate date, boolean inMonth, boolean today, List<Deadline> shown, List<Deadline> hidden, boolean more) {

        public int getNumber() {
            return date.getDayOfMonth();
        }

        public boolean isQuiet() {
            return shown.isEmpty();
        }
    }

    @Inject
    private DeadlineDesk desk;

    @Inject
    private Subscribing subscribing;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private List<List<Day>> weeks;

    /** The month asked for; this one, if none is or it can't be understood. */
    public YearMonth getMonth() {
        try {
            YearMonth asked = YearMonth.parse(String.valueOf(request.getParameter("month")));
            return asked.isBefore(FIRST) || asked.isAfter(LAST) ? YearMonth.from(today()) : asked;
        } catch (DateTimeException e) {
            return YearMonth.from(today());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(settings.zone()));
    }

    /** {@code November 2026}. */
    public String getTitle() {
        return DateTimeFormatter.ofPattern("LLLL uuuu", locale()).format(getMonth());
    }

    public String getPrevious() {
        return "/deadline/calendar?month=" + getMonth().minusMonths(1);
    }

    public String getNext() {
        return "/deadline/calendar?month=" + getMonth().plusMonths(1);
    }

    public boolean isThisMonth() {
        return getMonth().equals(YearMonth.from(today()));
    }

    /** Monday first. */
    public List<String> getWeekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT, locale()))
                .toList();
    }

    public List<List<Day>> getWeeks() {
        if (weeks == null) {
            LocalDate from = getMonth().atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            LocalDate to = getMonth().atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            List<Day> days =
                    desk.days(from, to, settings.zone()).stream().map(this::day).toList();
            weeks = new ArrayList<>();
            for (int i = 0; i < days.size(); i += WEEK) {
                weeks.add(days.subList(i, i + WEEK));
            }
        }
        return weeks;
    }

    /** Whether nothing at all is due in that month. */
    public boolean isQuiet() {
        return getWeeks().stream().flatMap(List::stream).noneMatch(day -> day.inMonth() && !day.isQuiet());
    }

    private Day day(DueDay due) {
        int cut = due.count() > SHOWN + 1 ? SHOWN : due.count();
        return new Day(
                due.date(),
                YearMonth.from(due.date()).equals(getMonth()),
                due.date().equals(today()),
                due.first().subList(0, cut),
                due.first().subList(cut, due.count()),
                due.more());
    }

    /** {@code Samstag, 28. November}, for those who see a list instead of a grid. */
    public String name(Day day) {
        String pattern = words.texts().language().equals(Locale.GERMAN) ? "EEEE, d. MMMM" : "EEEE, d MMMM";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day.date());
    }

    /** {@code 14:05}, in the organisation's zone. */
    public String hour(Deadline deadline) {
        return DateTimeFormatter.ofPattern("HH:mm").format(deadline.dueAt().atZone(settings.zone()));
    }

    public String getZone() {
        return settings.zone().getId();
    }

    private Locale locale() {
        Locale language = words.texts().language();
        return language.equals(Locale.GERMAN) ? language : Locale.UK;
    }

    /** The person's link to a calendar program; null if there is none. */
    public CalendarLink getLink() {
        return subscribing.mine().orElse(null);
    }

    /** Its address is shown on the next page, once. */
    public String subscribe() {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put("calendarUrl", subscribing.make());
        return here();
    }

    public String revoke() {
        subscribing.revoke();
        saying.done("deadline.done.link-revoked");
        return here();
    }

    private String here() {
        return "/deadline/calendar?faces-redirect=true&month=" + getMonth();
    }
}
