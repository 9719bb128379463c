package app.countersign.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium, if one is installed. */
public final class Browser {

    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS =
            List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

    private static ChromeDriver shared;

    private Browser() {}

    /** The browser that all tests share, without cookies. Skips the test, loudly, where there is none; in CI it fails. */
    public static synchronized ChromeDriver fresh() {
        if (shared == null) {
            shared = open();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::quit));
        }
        shared.manage().deleteAllCookies();
        return shared;
    }

    private static ChromeDriver open() {
        Optional<String> browser = first(BROWSERS);
        Optional<String> driver = first(DRIVERS);
        if (browser.isEmpty() || driver.isEmpty()) {
            String message = "SKIPPED: the pages were not tried in a browser, since no Chromium with its chromedriver"
                    + " was found (Debian: chromium and chromium-driver)";
            System.err.println(message);
            if (System.getenv("CI") != null) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--lang=de",
                "--user-data-dir=" + profile());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(driver.orElseThrow()).toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    /** What the content security policy kept the shared browser from since this was last asked, as its console words it. */
    public static synchronized List<String> refusals() {
        return shared == null
                ? List.of()
                : shared.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(LogEntry::getMessage)
                        .filter(message -> message.contains("Content Security Policy"))
                        .toList();
    }

    private static Optional<String> first(List<String> paths) {
        return paths.stream().filter(p -> Files.isExecutable(Path.of(p))).findFirst();
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory("countersign-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a picture of the page under target/screenshots, to be looked at. */
    public static void picture(ChromeDriver browser, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(folder.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pictures of the whole page on a desk and on a telephone, each of which must show all of it. */
    public static void pictures(ChromeDriver browser, String name) {
        whole(browser, 1280, name);
        whole(browser, 390, name + "-narrow");
    }

    private static void whole(ChromeDriver browser, int width, String name) {
        size(browser, width, 900);
        long height = (Long) browser.executeScript("return document.documentElement.scrollHeight");
        long wide = (Long) browser.executeScript("return document.documentElement.scrollWidth");
        size(browser, width, Math.min(height, 3000));
        picture(browser, name);
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        if (wide > width) {
            throw new AssertionError(name + " is " + wide + " pixels wide in a window of " + width);
        }
    }

    private static void size(ChromeDriver browser, int width, long height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Signs in as one of the demonstration accounts; whoever has a second factor finds its code filled in. */
    public static void signIn(ChromeDriver browser, RunningApplication application, String user, String password) {
        browser.get(application.address("/sign-in").toString());
        browser.findElement(By.cssSelector("input[id$='user']")).sendKeys(user);
        browser.findElement(By.cssSelector("input[id$='password']")).sendKeys(password);
        leave(browser, browser.findElement(By.cssSelector("[id$='go']")));
        if (browser.getCurrentUrl().contains("/welcome/code")) {
            leave(browser, browser.findElement(By.id("form:go")));
        }
    }

    /** Clicks, and waits until the page has gone: on a busy machine the click comes back earlier. */
    public static void leave(ChromeDriver browser, WebElement button) {
        button.click();
        new WebDriverWait(browser, Duration.ofMinutes(1)).until(b -> isGone(button));
    }

    /** Selenium knows a stale element by its own name only; while a page is being replaced, Chromium has another one. */
    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            if (e.getRawMessage().contains("does not belong to the document")) {
                return true;
            }
            throw e;
        }
    }
}
