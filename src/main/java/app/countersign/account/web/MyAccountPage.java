package app.countersign.account.web;

import app.countersign.access.Enrolment;
import app.countersign.access.MyAccount;
import app.countersign.access.web.Tick;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Texts;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** {@code /account/me}: my password, my second factor, my sessions, my language. */
@Named
@RequestScoped
public class MyAccountPage {

    @Inject
    private MyAccount mine;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private MyAccount.Standing standing;
    private List<MyAccount.Session> sessions;
    private Enrolment enrolment;
    private boolean settingUp;
    private List<String> codes = List.of();
    private String present;
    private String password;
    private String again;
    private String code;
    private String email;
    private String language;

    public MyAccount.Standing getStanding() {
        if (standing == null) {
            standing = mine.standing();
        }
        return standing;
    }

    /** When the password must be changed; null for never. */
    public Instant getPasswordEnds() {
        return mine.passwordEnds().orElse(null);
    }

    public String choose() {
        mine.choosePassword(present, password, again);
        saying.done("access.password.changed");
        return again();
    }

    public List<Tick> getTicks() {
        return Tick.all(mine.look(password), words);
    }

    /** Shows what sets up an app. */
    public void setUp() {
        settingUp = true;
    }

    public void confirm() {
        settingUp = true;
        codes = mine.confirmFactor(code);
        settingUp = false;
        standing = null;
    }

    public void newCodes() {
        codes = mine.newCodes();
        standing = null;
    }

    public String removeFactor() {
        mine.removeFactor();
        saying.done("account.done.factor-removed");
        return again();
    }

    public String saveEmail() {
        mine.isReachedAt(email);
        saying.done("account.done.email");
        return again();
    }

    public String saveLanguage() {
        mine.read(Locale.forLanguageTag(language));
        return "/account/me?faces-redirect=true&lang=" + Texts.supported(Locale.forLanguageTag(language));
    }

    public List<MyAccount.Session> getSessions() {
        if (sessions == null) {
            sessions = mine.sessions();
        }
        return sessions;
    }

    public String end(UUID session) {
        mine.end(session);
        saying.done("account.done.session-ended");
        return again();
    }

    public String endOthers() {
        mine.endOthers();
        saying.done("account.done.sessions-ended");
        return again();
    }

    private static String again() {
        return "/account/me?faces-redirect=true";
    }

    public Enrolment getEnrolment() {
        if (enrolment == null) {
            enrolment = mine.enrolment();
        }
        return enrolment;
    }

    public boolean isSettingUp() {
        return settingUp;
    }

    /** Recovery codes that were just made; they are shown this once. */
    public List<String> getCodes() {
        return codes;
    }

    public List<Locale> getLanguages() {
        return Texts.LANGUAGES;
    }

    public Locale getReader() {
        return words.texts().language();
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getEmail() {
        return email == null
                ? getStanding().account().email().map(EmailAddress::value).orElse("")
                : email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getLanguage() {
        return language == null ? getStanding().account().language().getLanguage() : language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
