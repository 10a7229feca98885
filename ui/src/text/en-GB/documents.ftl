# Documents of a candidate.
documents-title = Documents
documents-none = None yet.
documents-add = Add documents
documents-kind = { $kind ->
    [cv] CV
    [letter] Letter
    [applicationForm] Application form
    [reference] Reference
    [assessment] Assessment
    [offer] Offer
   *[other] Something else
}
documents-size-kilobytes = { $size } kB
documents-size-megabytes = { $size } MB
documents-facts = { $file } · { $size }
documents-for = For { $vacancy }
documents-added-by = Added by { $by } on { $date }
documents-no-words = Search does not find it: no words could be read in this file
documents-drop = Let go to add to the documents of { $name }
documents-show = Show
documents-show-one = Show: { $what }
documents-show-title = { $what }: { $file }
documents-show-pages = Pages
documents-show-words = Words
documents-show-page = Page { $number } of { $pages }
documents-show-before = Page before
documents-show-after = Next page
documents-show-picture = { $what }, page { $number } of { $pages }. Its words are under Words.
documents-show-no-pages = This file can’t be shown here: it is damaged, or locked with a passphrase. Another program may open it.
documents-show-no-words = No words could be read in this file.
documents-more = More for { $what }
documents-outside = Open in another program
documents-outside-title = Open { $what } in another program?
documents-outside-what = Open files only from people you expect them from: the other program reads whatever is in this one.
documents-outside-copies = Fairhold removes its copy when it locks. What the other program saves, and its list of recent files, it can’t remove.
documents-outside-save = Open
documents-opened = { $what } is open in another program. Its copy there is removed when Fairhold locks.
documents-not-opened = This computer has no program for this kind of file.
documents-remove = Take out

documents-add-title = Add documents of { $name }
documents-add-kind = What they are
documents-add-kind-missing = Choose what they are
documents-add-label = What it is, in a few words
documents-add-label-missing = Say in a few words what it is
documents-add-for = Collected for
documents-add-for-none = No particular role
documents-add-what = PDF, Word (.docx), OpenDocument (.odt), RTF, plain text, PNG or JPEG, at most 25 MB each. Identity papers, health and criminal records are sealed instead, never added here.
documents-add-save = Choose files
documents-add-held = Files to add
documents-add-dropped = { $count ->
    [one] Add the file
   *[other] Add { $count } files
}
documents-added = { $count ->
    [one] Added a document of { $name }
   *[other] Added { $count } documents of { $name }
}
documents-not-taken = { $count ->
    [one] One file was not added
   *[other] { $count } files were not added
}
documents-not-taken-one = { $file }: { $because }

documents-remove-title = Take out { $what }?
documents-remove-what = The file, its name and its words are deleted and overwritten. This can’t be undone.
documents-remove-save = Take out
documents-removed = Took out { $what }
