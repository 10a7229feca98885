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
documents-open = Open
documents-open-one = Open: { $what }
documents-opened = { $what } is open in another program. Its copy there is removed when Fairhold locks.
documents-not-opened = This computer has no program for this kind of file.
documents-remove = Take out
documents-remove-one = Take out: { $what }

documents-add-title = Add documents of { $name }
documents-add-kind = What they are
documents-add-kind-missing = Choose what they are
documents-add-label = What it is, in a few words
documents-add-label-missing = Say in a few words what it is
documents-add-for = Collected for
documents-add-for-none = No particular role
documents-add-what = PDF, Word (.docx), OpenDocument (.odt), RTF, plain text, PNG or JPEG, at most 25 MB each. Identity papers, health and criminal records are sealed instead, never added here.
documents-add-save = Choose files
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
