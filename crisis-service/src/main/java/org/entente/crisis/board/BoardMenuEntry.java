package org.entente.crisis.board;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.crisis.act.Act;
import org.entente.http.Caller;
import org.entente.page.MenuEntry;

/** The way to the board. */
@ApplicationScoped
class BoardMenuEntry implements MenuEntry {
    @Override
    public String path() {
        return BoardPages.PATH;
    }

    @Override
    public String text() {
        return "Situation board";
    }

    @Override
    public boolean isFor(Caller caller) {
        return Act.READ_BOARD.isOpenTo(caller);
    }
}
