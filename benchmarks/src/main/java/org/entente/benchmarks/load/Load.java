package org.entente.benchmarks.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Puts the suite that runs from this checkout under load; {@code --quick} only shows that it runs. */
public final class Load {
    private static final int ASSETS = 100_000;
    private static final int FEW_ASSETS = 2_000;

    private Load() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        boolean quick = List.of(arguments).contains("--quick");
        // First, since the log takes minutes to take in what filling has to say.
        AuthzenLoad.main(arguments);
        Fill.upTo(quick ? FEW_ASSETS : ASSETS);
        ListLoad.main(arguments);
    }
}
