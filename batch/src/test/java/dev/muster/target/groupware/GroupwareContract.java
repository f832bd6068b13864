package dev.muster.target.groupware;

import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.SiteKey;
import dev.muster.model.UserSpec;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.TargetContract;
import java.util.List;

/** {@link TargetContract} for the groupware, wherever its tables are. */
interface GroupwareContract extends TargetContract {
    SiteKey SITE_KEY = new SiteKey(new byte[32]);

    @Override
    GroupwareTarget target();

    /** A lane of the test's own, to look at rows. */
    SqlLane lane();

    @Override
    default Claims claims(UserSpec spec) {
        return claims(target(), spec);
    }

    static Claims claims(GroupwareTarget target, UserSpec spec) {
        return new Claims(
                "test",
                spec.identity(),
                spec.userName(),
                spec.mail(),
                0,
                target.reserve(Counter.USER_ID, 1),
                target.reserve(Counter.CONTACT_ID, 1),
                target.reserve(Counter.FOLDER_ID, 10),
                DriveName.NONE,
                1);
    }

    @Override
    default String freshName() {
        return Names.next();
    }

    @Override
    default FieldChange sampleChange() {
        return new FieldChange(Field.DEPARTMENT, List.of("Vertrieb"), List.of("Einkauf"));
    }
}
