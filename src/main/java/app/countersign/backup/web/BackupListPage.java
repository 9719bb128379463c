package app.countersign.backup.web;

import app.countersign.backup.Backups;
import app.countersign.backup.Run;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;

/** {@code /backup/list}: how it stands with the backups, and the last of them. */
@Named
@RequestScoped
public class BackupListPage {

    private static final int MOST = 60;
    private static final int STEP = 1000;
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

    @Inject
    private Backups backups;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    private Backups.Standing standing;

    public Backups.Standing getStanding() {
        if (standing == null) {
            standing = backups.standing(MOST);
        }
        return standing;
    }

    public boolean isConfigured() {
        return getStanding().folder().isPresent();
    }

    public String getFolder() {
        return getStanding().folder().map(Object::toString).orElse("");
    }

    /** What is asked for or under way; null if nothing is. */
    public Run getCurrent() {
        return getStanding().current().orElse(null);
    }

    /** The last attempt if it failed; null else. */
    public Run getFailed() {
        return getStanding().failed().orElse(null);
    }

    /** The last proven one if what it holds was damaged before; null else. */
    public Run getDamaged() {
        Run verified = getVerified();
        return verified == null || verified.isWhole() ? null : verified;
    }

    /** The last proven one; null if there is none. */
    public Run getVerified() {
        return getStanding().verified().orElse(null);
    }

    public boolean isNoneVerified() {
        return isConfigured() && getVerified() == null && getCurrent() == null && getFailed() == null;
    }

    public String getEvery() {
        return span(getStanding().every());
    }

    public String getKeep() {
        return span(getStanding().keep());
    }

    public String problem(Run run) {
        return run.problem().map(reason -> reason.in(words.texts().language())).orElse("");
    }

    public String size(Run run) {
        BigDecimal size = BigDecimal.valueOf(run.fileSize());
        int unit = 0;
        while (size.compareTo(BigDecimal.valueOf(STEP)) >= 0 && unit < UNITS.size() - 1) {
            size = size.divide(BigDecimal.valueOf(STEP), MathContext.DECIMAL64);
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(words.texts().language());
        format.setMaximumFractionDigits(unit == 0 ? 0 : 1);
        return run.fileSize() == 0 ? "" : format.format(size) + " " + UNITS.get(unit);
    }

    public String took(Run run) {
        return run.took().map(this::span).orElse("");
    }

    public String tone(Run run) {
        return switch (run.state()) {
            case FAILED -> "bad";
            case VERIFIED -> run.isWhole() ? "good" : "warn";
            default -> "busy";
        };
    }

    private String span(Duration span) {
        if (span.compareTo(Duration.ofDays(2)) >= 0) {
            return words.with("backup.span.days", span.toDays());
        }
        if (span.compareTo(Duration.ofHours(2)) >= 0) {
            return words.with("backup.span.hours", span.toHours());
        }
        return span.compareTo(Duration.ofMinutes(2)) >= 0
                ? words.with("backup.span.minutes", span.toMinutes())
                : words.with("backup.span.seconds", Math.max(1, span.toSeconds()));
    }

    public String now() {
        backups.now();
        saying.done("backup.done.asked");
        return "/backup/list?faces-redirect=true";
    }
}
