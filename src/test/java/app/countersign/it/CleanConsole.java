package app.countersign.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test, wherever the browser went in it and whatever was updated there: nothing on a page asked for what the
 * content security policy refuses.
 */
public final class CleanConsole implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(Browser.refusals())
                .as("refused by the content security policy")
                .isEmpty();
    }
}
