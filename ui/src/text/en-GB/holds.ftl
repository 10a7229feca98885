# Legal holds on a candidate's record.
holds-title = Legal holds
holds-none = None. The record goes on its ordinary date.
holds-place = Place a hold
holds-reason = { $reason ->
    [acasContact] Acas was in touch
    [claim] A claim was made
    [courtOrder] A court’s order
    [preservation] The police or a regulator asked
   *[threatOfClaim] Somebody threatens a claim
}
holds-stands = Stands
holds-review-overdue = Review overdue
holds-released = Released
holds-placed-by = Placed by { $by } on { $date }
holds-reference-is = Papers: { $reference }
holds-keeps-one = Keeps the application for { $role } alone
holds-review-by = Review by { $date }
holds-released-by = Released by { $by } on { $date }
holds-review = Review
holds-review-one = Review the hold: { $reason }
holds-release = Release
holds-release-one = Release the hold: { $reason }

holds-place-title = Keep the record of { $name } by a legal hold
holds-place-what = Nothing of this person is erased until somebody else releases the hold. The day their record goes stays the same.
holds-place-reason = Why
holds-place-reason-missing = Choose why
holds-place-keeps = What it keeps
holds-place-keeps-all = The whole record
holds-place-keeps-one = The application for { $role } alone, and who they are
holds-place-reference = Where the papers are (optional)
holds-place-reference-help = For example: case 6000123/2026. Nothing about the person
holds-place-review = Review by
holds-place-review-help = Six months from today at most. After that day the hold still stands
holds-place-review-missing = Enter the day by which it is looked at again
holds-place-review-past = Enter a day after today, { $date }
holds-place-save = Place hold
holds-placed = { $name } is kept by a legal hold. If that was a mistake, ask a colleague to release it.

holds-review-title = Review the hold on { $name }
holds-review-what = Look at the papers. If they no longer need the record, a second person releases the hold. If they do, say when to look again.
holds-review-save = Keep the hold
holds-reviewed = The hold on { $name } stands. Review it by { $date }.

holds-release-title = Release the hold on { $name }?
holds-release-what = The record then goes on its ordinary date. If that day has passed, it is due for erasure at once. If you release it by mistake, place another hold.
holds-release-placed = { $by } placed it on { $date }: { $reason }.
holds-release-save = Release hold
holds-release-done = Released the hold on { $name }
