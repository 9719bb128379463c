package app.countersign.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** A page as it looks on a screen, on a telephone, and in the dark; and whether a telephone shows all of it. */
record Views(ChromeDriver browser) {

    private static final int TELEPHONE = 380;

    /** Keeps whole-page pictures under target/screenshots; afterwards the window is as it was. */
    void keep(String name) {
        write(name + "-wide");
        colours("dark");
        write(name + "-dark");
        colours("light");
        narrow();
        write(name + "-narrow");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** By how many pixels the page is wider than a telephone. */
    long overflow() {
        narrow();
        Object width = browser.executeScript("return document.documentElement.scrollWidth");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        return ((Number) width).longValue() - TELEPHONE;
    }

    private void narrow() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", TELEPHONE, "height", 800, "deviceScaleFactor", 1, "mobile", true));
    }

    private void colours(String scheme) {
        Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    private void write(String name) {
        // A picture is not to show colours on their way.
        browser.executeScript("document.getAnimations().forEach(each => each.finish())");
        Map<String, Object> shot =
                browser.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode((String) shot.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
