package app.countersign.launch;

import app.countersign.kernel.SettingSources;
import app.countersign.kernel.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Ends with 0 if the application on this machine answers that it is ready, with 1 otherwise. For container engines. */
public final class Health {

    private static final int TIMEOUT_MILLIS = 5000;

    private Health() {}

    public static void main(String[] args) {
        System.exit(isReady(Settings.read(SettingSources::ofProcess).port()) ? 0 : 1);
    }

    private static boolean isReady(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/health/ready")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
