// Made by `npm run types` from the routes; do not edit.

export interface paths {
    "/api/activities/{activity}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Activity
         * @description Remove an activity until it is restored.
         */
        delete: operations["remove_activity"];
        options?: never;
        head?: never;
        /**
         * Change Activity
         * @description Change what an activity says; null clears.
         */
        patch: operations["change_activity"];
        trace?: never;
    };
    "/api/activities/{activity}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Activity
         * @description Bring a removed activity back.
         */
        post: operations["restore_activity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Attribute
         * @description Add an attribute of a type.
         */
        post: operations["add_attribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attributes/{attribute}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Attribute
         * @description Remove an attribute: it and its values are hidden until it is restored.
         */
        delete: operations["remove_attribute"];
        options?: never;
        head?: never;
        /**
         * Change Attribute
         * @description Change an attribute's name, description or coarser values; its values stay.
         */
        patch: operations["change_attribute"];
        trace?: never;
    };
    "/api/attributes/{attribute}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Attribute
         * @description Bring a removed attribute back with its values.
         */
        post: operations["restore_attribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases
         * @description All cases with their values, groups and figures, and the attributes as columns.
         */
        get: operations["cases"];
        put?: never;
        /**
         * Add Case
         * @description Add a case, with the cases it lies in and its values.
         */
        post: operations["add_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take File
         * @description The same from a CSV or XLSX file.
         */
        post: operations["take_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Table
         * @description Take cases, their values and groups from pasted rows; a dry run only says what would be.
         */
        post: operations["take_table"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/table/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Case Table
         * @description The columns and rows of a CSV or XLSX file, for looking through; nothing is changed.
         */
        post: operations["read_case_table"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Values
         * @description Set cells of the grid, all of them or none, as one operation.
         */
        put: operations["set_values"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/values/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Values
         * @description Say how each cell would be stored and which do not fit; nothing is changed.
         */
        post: operations["check_values"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Case
         * @description Remove a case: its memberships and values are hidden until it is restored.
         */
        delete: operations["remove_case"];
        options?: never;
        head?: never;
        /**
         * Change Case
         * @description Change a case's name or description.
         */
        patch: operations["change_case"];
        trace?: never;
    };
    "/api/cases/{case}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Case
         * @description Bring a removed case back with exactly what was hidden.
         */
        post: operations["restore_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codebook/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Codebook File
         * @description The codebook as a file, which an import reads again.
         */
        get: operations["codebook_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codebook/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Codebook
         * @description Take in a codebook file: codes at the same path are updated, new ones made, none removed.
         */
        post: operations["import_codebook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coders
         * @description All coders by name, with how many codings of theirs show.
         */
        get: operations["coders"];
        put?: never;
        /**
         * Add Coder
         * @description Add a coder; one of this name is kept as they are.
         */
        post: operations["add_coder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coders/{coder}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename Coder
         * @description Give a coder another name; their codings stay.
         */
        patch: operations["rename_coder"];
        trace?: never;
    };
    "/api/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Codes
         * @description All codes in the order of the codebook, with how much stands on each.
         */
        get: operations["codes"];
        put?: never;
        /**
         * Add Code
         * @description Add a code, last below its parent or at the top.
         */
        post: operations["add_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Code
         * @description One code with its first incident and what a change of it would touch.
         */
        get: operations["code"];
        put?: never;
        post?: never;
        /**
         * Remove Code
         * @description Remove a code: it and what stands on it are hidden until it is restored.
         */
        delete: operations["remove_code"];
        options?: never;
        head?: never;
        /**
         * Describe Code
         * @description Change a code's name or what it says of itself.
         */
        patch: operations["describe_code"];
        trace?: never;
    };
    "/api/codes/{code}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Comparison
         * @description The code's passages that are most like a passage in their words, and most unlike it.
         */
        get: operations["comparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide On Code
         * @description Record what comparing a passage with a code came to, with a memo, as one operation.
         *
         *     The ids are the memo's, the coding's and, if one was made, the new code's.
         */
        post: operations["decide_on_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge Code
         * @description Merge a code into another: its codings are read as the other's, late ones too.
         */
        post: operations["merge_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Merge
         * @description What merging a code into another would touch.
         */
        get: operations["preview_merge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Code
         * @description Put a code below another or at the top, last or right before a sibling.
         */
        post: operations["move_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}/passages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Code Passages
         * @description The passages of a code (and of those below it), each with its codings on exactly it.
         */
        get: operations["code_passages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen Code
         * @description Offer a retired code again.
         */
        post: operations["reopen_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Code
         * @description Bring a removed code back, with exactly what was hidden.
         */
        post: operations["restore_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire Code
         * @description Keep a code and its codings, but offer it no longer.
         */
        post: operations["retire_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split Code
         * @description Split a code: each part takes the listed codings, and the old code is retired.
         */
        post: operations["split_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Coding
         * @description Code a passage or a rectangle, with a code that is there or with a new one.
         *
         *     The ids are the coding's and, if one was made, the new code's.
         */
        post: operations["add_coding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codings/recode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recode
         * @description Give codings another code.
         */
        post: operations["recode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codings/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Codings
         * @description Uncode: remove codings until they are restored.
         */
        post: operations["remove_codings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codings/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Codings
         * @description Bring removed codings back.
         */
        post: operations["restore_codings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codings/{coding}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coding
         * @description One coding with its words and its history, removed ones too.
         */
        get: operations["coding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Coding
         * @description Change the code, the boundaries, the valence or the basis of a coding, as one operation.
         */
        patch: operations["change_coding"];
        trace?: never;
    };
    "/api/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conflicts
         * @description Where people's work stands against each other after a merge.
         */
        get: operations["conflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conflicts/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle Conflict
         * @description Settle a field that was set differently, by one of the values that stand.
         */
        post: operations["settle_conflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Consent
         * @description Record what a participant agreed to.
         */
        post: operations["add_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents/{consent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Consent
         * @description Remove a consent until it is restored.
         */
        delete: operations["remove_consent"];
        options?: never;
        head?: never;
        /**
         * Change Consent
         * @description Change what a consent says; null clears.
         */
        patch: operations["change_consent"];
        trace?: never;
    };
    "/api/consents/{consent}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Consent
         * @description Bring a removed consent back.
         */
        post: operations["restore_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Contact
         * @description Record an attempt to reach a participant.
         */
        post: operations["add_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{contact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Contact
         * @description Remove a contact until it is restored.
         */
        delete: operations["remove_contact"];
        options?: never;
        head?: never;
        /**
         * Change Contact
         * @description Change what a contact says; null clears.
         */
        patch: operations["change_contact"];
        trace?: never;
    };
    "/api/contacts/{contact}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Contact
         * @description Bring a removed contact back.
         */
        post: operations["restore_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Disclosure
         * @description The risks of quotes and tables, joined with all that was released before.
         */
        get: operations["disclosure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosure/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Disclosure Of Export
         * @description How many quotes of an export would tell who spoke: quick, however many there are.
         */
        get: operations["disclosure_of_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosure/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Disclosure Policy
         * @description What the study keeps to when quotes and tables leave it.
         */
        get: operations["disclosure_policy"];
        /**
         * Make Disclosure Policy
         * @description Change parts of the policy.
         */
        put: operations["make_disclosure_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/cases.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases Document
         * @description The cases with their attributes.
         */
        get: operations["cases_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/codebook.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Codebook Document
         * @description The codebook: definitions, origins, examples and counts.
         */
        get: operations["codebook_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/history.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History Document
         * @description What was done, by whom and when.
         */
        get: operations["history_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/home.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Home Document
         * @description The study at a glance.
         */
        get: operations["home_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/matrix.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Matrix Table
         * @description A matrix as comma-separated values, with totals and denominators.
         */
        get: operations["matrix_table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/matrix.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Matrix Document
         * @description A matrix on A3, with denominators and notes.
         */
        get: operations["matrix_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/matrix.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Matrix Workbook
         * @description A matrix as a spreadsheet, with totals and denominators.
         */
        get: operations["matrix_workbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/memos.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Memos Document
         * @description The memos, one after another.
         */
        get: operations["memos_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/passages.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Passages Document
         * @description The passages of a search, or of a code: words, who says them, and where.
         */
        get: operations["passages_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/release.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Release Document
         * @description The quotes of a release with the labels that were printed, and nothing else of them.
         */
        get: operations["release_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/sources.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources Document
         * @description The list of sources.
         */
        get: operations["sources_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/transcript.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transcript Document
         * @description A source with its codings as comments in the margin.
         */
        get: operations["transcript_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live Events
         * @description Headers of what is recorded, by anybody, until the page goes away.
         */
        get: operations["live_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence/{evidence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Evidence
         * @description Take a passage away from its link.
         */
        delete: operations["remove_evidence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fieldwork
         * @description How far each participant has come; interviews after ``today`` are still ahead.
         */
        get: operations["fieldwork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/homophily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fieldwork Homophily
         * @description How often people named somebody of their own group, and how often by chance alone.
         */
        get: operations["fieldwork_homophily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/participants/{participant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fieldwork Person
         * @description All that was recorded about one participant, by day.
         */
        get: operations["fieldwork_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/participants/{participant}/recruitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Describe Recruitment
         * @description Say how a participant was found and who knew them before; null clears.
         */
        patch: operations["describe_recruitment"];
        trace?: never;
    };
    "/api/fieldwork/recruitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fieldwork Recruitment
         * @description Who was recruited by two fields, what came of asking, and how long the interviews were.
         */
        get: operations["fieldwork_recruitment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fieldwork Referral Chains
         * @description Who led to whom.
         */
        get: operations["fieldwork_referral_chains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/to-do": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fieldwork To Do
         * @description What is still to do in the field on a day.
         */
        get: operations["fieldwork_to_do"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Frames
         * @description All frames by name.
         */
        get: operations["frames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frames/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Frame File
         * @description Take a CSV or XLSX file of candidate cases as a frame; one of the same name is replaced.
         */
        post: operations["take_frame_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frames/shipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Shipped Frame
         * @description Take a frame that comes with crosscase, with its sources and licence.
         */
        post: operations["add_shipped_frame"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frames/{frame}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Frame
         * @description A frame as a table, with the groups of its cases.
         */
        get: operations["frame"];
        put?: never;
        post?: never;
        /**
         * Remove Frame
         * @description Hide a frame with the selections made from it, until it is restored.
         */
        delete: operations["remove_frame"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frames/{frame}/groupings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Group Frame
         * @description Group the cases of a frame by a number; a grouping of the same name is replaced.
         */
        post: operations["group_frame"];
        /**
         * Ungroup Frame
         * @description Take a grouping away from a frame.
         */
        delete: operations["ungroup_frame"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frames/{frame}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Frame
         * @description Bring a removed frame back with its selections.
         */
        post: operations["restore_frame"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frames/{frame}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Frame Rules
         * @description Which cases two rules of equal number, by rank and by cut points, put elsewhere.
         */
        get: operations["frame_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frameworks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Frameworks
         * @description The frameworks that the study has, and those that can be added.
         */
        get: operations["frameworks"];
        put?: never;
        /**
         * Add Framework
         * @description Add the codes of a framework that comes with crosscase.
         */
        post: operations["add_framework"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History
         * @description The operations, newest first.
         */
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/of/{entity}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History Of
         * @description Every change of one thing, oldest first.
         */
        get: operations["history_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/{operation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Operation
         * @description One operation with what it changed, each field before and after.
         */
        get: operations["operation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Import
         * @description Send files; they are read one after another, and nothing is stored yet.
         */
        post: operations["begin_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Import
         * @description How far an import is, and what was read.
         */
        get: operations["show_import"];
        put?: never;
        post?: never;
        /**
         * Cancel Import
         * @description Cancel an import that is not stored; its files are removed.
         */
        delete: operations["cancel_import"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose For Import
         * @description Choose names, languages and speakers, or leave sources out.
         */
        put: operations["choose_for_import"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/store": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store Import
         * @description Store what was read, as one operation.
         */
        post: operations["store_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Interview
         * @description Record an interview that is agreed on or was held.
         */
        post: operations["add_interview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Links
         * @description The links in the order in which they were made, with their evidence.
         */
        get: operations["links"];
        put?: never;
        /**
         * Add Link
         * @description Link two things; the same link twice is one.
         */
        post: operations["add_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Link
         * @description Remove a link; its evidence is hidden with it.
         */
        delete: operations["remove_link"];
        options?: never;
        head?: never;
        /**
         * Change Link
         * @description Change what a link says of itself.
         */
        patch: operations["change_link"];
        trace?: never;
    };
    "/api/links/{link}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Evidence
         * @description Put a passage behind a link, or against it.
         */
        post: operations["add_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/{link}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Link
         * @description Bring a removed link back with its evidence.
         */
        post: operations["restore_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Matrix
         * @description Two dimensions crossed, with totals and of how many.
         */
        get: operations["matrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matrix/cell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Matrix Cell
         * @description One cell, or one total, with its passages page by page and who said them.
         */
        get: operations["matrix_cell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matrix/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Matrix Options
         * @description What a matrix of this study can have as rows and columns, and what it can count.
         */
        get: operations["matrix_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Membership
         * @description Put a case or a source into a case.
         */
        post: operations["add_membership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships/{membership}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Membership
         * @description Take a member out of a group.
         */
        delete: operations["remove_membership"];
        options?: never;
        head?: never;
        /**
         * Change Membership
         * @description Change a membership's role, share, days, or whether it is the one that counts.
         */
        patch: operations["change_membership"];
        trace?: never;
    };
    "/api/memos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Memos
         * @description The memos, those begun last first.
         */
        get: operations["memos"];
        put?: never;
        /**
         * Write Memo
         * @description Write a memo, about anything, about a passage, or about nothing yet.
         */
        post: operations["write_memo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memos/{memo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Memo
         * @description One memo.
         */
        get: operations["memo"];
        put?: never;
        post?: never;
        /**
         * Remove Memo
         * @description Remove a memo until it is restored.
         */
        delete: operations["remove_memo"];
        options?: never;
        head?: never;
        /**
         * Change Memo
         * @description Change the title, the words or the kind of a memo, or what it hangs on.
         */
        patch: operations["change_memo"];
        trace?: never;
    };
    "/api/memos/{memo}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Memo
         * @description Bring a removed memo back.
         */
        post: operations["restore_memo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names
         * @description Every source, code, case, memo, saved question, set and coder by name.
         */
        get: operations["names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Name Person
         * @description Keep the name of who works here; it counts from the next opening of a study.
         */
        put: operations["name_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queries
         * @description All saved questions.
         */
        get: operations["queries"];
        put?: never;
        /**
         * Save Query
         * @description Save a question under a name; one of that name is changed.
         */
        post: operations["save_query"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/{query}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Query
         * @description Remove a saved question.
         */
        delete: operations["remove_query"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/{query}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Query
         * @description Bring a removed question back.
         */
        post: operations["restore_query"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redo
         * @description Bring an undone operation back, or the one that you undid last.
         */
        post: operations["redo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Referral
         * @description Record who named a participant.
         */
        post: operations["add_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/referrals/{referral}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Referral
         * @description Remove a referral until it is restored.
         */
        delete: operations["remove_referral"];
        options?: never;
        head?: never;
        /**
         * Change Referral
         * @description Change what a referral says; null clears.
         */
        patch: operations["change_referral"];
        trace?: never;
    };
    "/api/referrals/{referral}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Referral
         * @description Bring a removed referral back.
         */
        post: operations["restore_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Releases
         * @description What left the study, by day.
         */
        get: operations["releases"];
        put?: never;
        /**
         * Record Release
         * @description Record what left; later checks are joined with it.
         */
        post: operations["record_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases/{release}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Release Details
         * @description One release with the places that left.
         */
        get: operations["release_details"];
        put?: never;
        post?: never;
        /**
         * Remove Release
         * @description Remove a release that never left.
         */
        delete: operations["remove_release"];
        options?: never;
        head?: never;
        /**
         * Change Release
         * @description Change what is said of a release.
         */
        patch: operations["change_release"];
        trace?: never;
    };
    "/api/releases/{release}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Release
         * @description Bring a removed release back.
         */
        post: operations["restore_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description The passages that answer a question, page by page; a slip is answered with its place.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Code Search
         * @description Code every passage that a question finds, as one operation.
         */
        post: operations["code_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Selections
         * @description The selections in the order in which they were made.
         */
        get: operations["selections"];
        put?: never;
        /**
         * Choose Cases
         * @description Choose cases from a frame, and keep the whole decision.
         */
        post: operations["choose_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Selection
         * @description What would be chosen, with all equally good sets; nothing is stored.
         */
        post: operations["preview_selection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{selection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Selection
         * @description A selection with the paragraph for a methods section and the table of its cases.
         */
        get: operations["selection"];
        put?: never;
        post?: never;
        /**
         * Remove Selection
         * @description Hide a selection until it is restored.
         */
        delete: operations["remove_selection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selections/{selection}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Selection
         * @description Bring a removed selection back.
         */
        post: operations["restore_selection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sets
         * @description All sets, with how many members each has.
         */
        get: operations["sets"];
        put?: never;
        /**
         * Make Set
         * @description Make a set, with or without members.
         */
        post: operations["make_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sets/{set}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Set Page
         * @description One set with its members.
         */
        get: operations["set_page"];
        put?: never;
        post?: never;
        /**
         * Remove Set
         * @description Remove a set; its members stay in the study.
         */
        delete: operations["remove_set"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sets/{set}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Members
         * @description Put things into a set and take things out, as one operation.
         */
        post: operations["change_members"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sets/{set}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Set
         * @description Bring a removed set back with its members.
         */
        post: operations["restore_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Shelf
         * @description The studies that there are, whether one is open, and who works here.
         */
        get: operations["show_shelf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelf/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Study
         * @description Close the study that is open; everything is stored.
         */
        post: operations["close_study"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelf/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Study
         * @description Make a study and open it; nothing is ever overwritten.
         */
        post: operations["make_study"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shelf/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Shelved Study
         * @description Open a study, in place of the one that is open.
         */
        post: operations["open_shelved_study"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources
         * @description The sources in the order in which they came, with their figures.
         */
        get: operations["sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Sources
         * @description Remove several sources as one operation.
         */
        post: operations["remove_sources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Source
         * @description One source, with its attribute values and its current revision.
         */
        get: operations["source"];
        put?: never;
        post?: never;
        /**
         * Remove Source
         * @description Remove a source: it and its codings are hidden until it is restored.
         */
        delete: operations["remove_source"];
        options?: never;
        head?: never;
        /**
         * Describe Source
         * @description Change a source's name, language, date, note, or whether it may be quoted.
         */
        patch: operations["describe_source"];
        trace?: never;
    };
    "/api/sources/{source}/codings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Source Codings
         * @description The codings of a source by their places.
         */
        get: operations["source_codings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct Source
         * @description Correct the words of a source; with preview only say what that would do to its codings.
         */
        post: operations["correct_source"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Source Media
         * @description The recording of a source, or the range of bytes of it that is asked for.
         */
        get: operations["source_media"];
        /**
         * Attach Media
         * @description Put a recording beside a source; its transcript then follows it.
         */
        put: operations["attach_media"];
        post?: never;
        /**
         * Detach Media
         * @description Take the recording from a source; undo brings it back.
         */
        delete: operations["detach_media"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Source Original
         * @description The file that a source was read from, as it came, if it is kept in the study.
         *
         *     PDFs and pictures are shown; all else is only downloaded, so that no page that somebody
         *     imported runs here.
         */
        get: operations["source_original"];
        /**
         * Keep Source Original
         * @description Keep the file that a source was read from, if it was not kept when it came in.
         */
        put: operations["keep_source_original"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Source Page
         * @description One page of a PDF (from 1) with the place of each word, or the size of a picture (0).
         */
        get: operations["source_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Source
         * @description Bring a removed source back, with its codings.
         */
        post: operations["restore_source"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle Source
         * @description Take corrections that others made at the same time into the current words.
         */
        post: operations["settle_source"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Source Words
         * @description The current words of a source with its turns, labels, headings and pages.
         */
        get: operations["source_words"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Speakers
         * @description The speaker labels of one source, with their words, or of all sources.
         */
        get: operations["speakers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speakers/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link Speaker
         * @description Say who speaks under a label of a source, or take that back.
         */
        post: operations["link_speaker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speakers/link-by-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link Speakers By Name
         * @description Link every label that is the name of a participant, in all sources.
         */
        post: operations["link_speakers_by_name"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/study": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Study
         * @description The study's head: title, person, figures and settings.
         */
        get: operations["study"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Describe Study
         * @description Change the title or the description.
         */
        patch: operations["describe_study"];
        trace?: never;
    };
    "/api/study/settings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make Setting
         * @description Make one setting of the study, such as whether original files are kept.
         */
        put: operations["make_setting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo
         * @description Undo an operation, or the latest of your own that stands; the sentence says what it was.
         */
        post: operations["undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Withdrawals
         * @description The withdrawals that stand, by day; whose they are is not named.
         */
        get: operations["withdrawals"];
        put?: never;
        /**
         * Withdraw Participant
         * @description Hide a participant and all that is theirs, until the withdrawal is lifted.
         */
        post: operations["withdraw_participant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift Withdrawal
         * @description Show a participant and all that is theirs again.
         */
        post: operations["lift_withdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/{participant}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Withdrawal
         * @description What withdrawing a participant hides, and what used their words.
         */
        get: operations["preview_withdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * ActivityChange
         * @description What an interview, an observed meeting or a request for a document says.
         */
        ActivityChange: {
            /** Case */
            case?: string | null;
            /** Day */
            day?: string | null;
            /**
             * Led By
             * @description A coder; left out: you.
             */
            led_by?: string | null;
            /** Minutes */
            minutes?: number | null;
            /** Mode */
            mode?: string | null;
            /** Name */
            name?: string | null;
            /** Note */
            note?: string | null;
            /** Participants */
            participants?: string[] | null;
            /** Source */
            source?: string | null;
            /** Start Time */
            start_time?: string | null;
        };
        /**
         * AttributeChange
         * @description What is changed of an attribute; what is left out stays.
         */
        AttributeChange: {
            /** Coarser */
            coarser?: {
                [key: string]: string;
            } | null;
            /** Description */
            description?: string | null;
            /**
             * Name
             * @default
             */
            name: string;
            was?: components["schemas"]["AttributeWas"] | null;
        };
        /**
         * AttributeColumn
         * @description An attribute as a column of the grid.
         */
        AttributeColumn: {
            /**
             * Coarser
             * @description The coarser value of each fine one.
             */
            coarser: {
                [key: string]: string;
            } | null;
            /** Description */
            description: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Type */
            type: string;
            /**
             * Values
             * @description Of a choice the values so far; empty for other types.
             */
            values: string[];
        };
        /**
         * AttributeWas
         * @description What the page showed before it was changed.
         */
        AttributeWas: {
            /** Description */
            description?: string | null;
            /** Name */
            name?: string | null;
        };
        /**
         * BoardPerson
         * @description One participant on the board.
         */
        BoardPerson: {
            /** Id */
            id: string;
            /** Interviews */
            interviews: number;
            /** Minutes */
            minutes: number | null;
            /** Missing */
            missing: components["schemas"]["MissingThing"][];
            /** Name */
            name: string;
            /** Role */
            role: string | null;
            /** Sector */
            sector: string | null;
            /**
             * Since
             * @description The day on which they came so far.
             */
            since: string | null;
            /**
             * Site
             * @description The one that counts, where somebody is in several.
             */
            site: string | null;
            /**
             * Stage
             * @enum {string}
             */
            stage: "found" | "invited" | "agreed" | "scheduled" | "interviewed" | "transcribed" | "coded" | "declined" | "unavailable" | "no answer" | "withdrawn";
        };
        /** Body_attach_media */
        Body_attach_media: {
            /**
             * File
             * @description An audio or video file.
             */
            file: string;
        };
        /** Body_begin_import */
        Body_begin_import: {
            /**
             * Files
             * @description Documents of any kind.
             */
            files: string[];
            /**
             * Join Lines
             * @default false
             */
            join_lines: boolean;
            /** Language */
            language?: string | null;
            /**
             * Speakers
             * @description Whether clear labels become speakers.
             * @default take
             * @enum {string}
             */
            speakers: "take" | "leave";
        };
        /** Body_import_codebook */
        Body_import_codebook: {
            /** File */
            file: string;
        };
        /** Body_keep_source_original */
        Body_keep_source_original: {
            /**
             * File
             * @description The very file that was imported.
             */
            file: string;
        };
        /** Body_read_case_table */
        Body_read_case_table: {
            /** File */
            file: string;
        };
        /** Body_take_file */
        Body_take_file: {
            /** File */
            file: string;
        };
        /** Body_take_frame_file */
        Body_take_frame_file: {
            /** File */
            file: string;
        };
        /**
         * Brief
         * @description A coding whose words are changed or taken away.
         */
        Brief: {
            /** Code */
            code: string;
            /** Code Id */
            code_id: string;
            /** Coder */
            coder: string | null;
            /** Coding */
            coding: string;
            /** Text Before */
            text_before: string;
            /** Text Now */
            text_now: string;
        };
        /**
         * CaseAnswer
         * @description All cases, and the attributes as their columns.
         */
        CaseAnswer: {
            /** Attributes */
            attributes: components["schemas"]["AttributeColumn"][];
            /** Cases */
            cases: components["schemas"]["CaseRow"][];
            /** Kinds */
            kinds: {
                [key: string]: number;
            };
        };
        /**
         * CaseCells
         * @description Cells that are set together: a paste is one step to undo.
         */
        CaseCells: {
            /** Cells */
            cells: components["schemas"]["ValueCell"][];
        };
        /**
         * CaseChange
         * @description What is changed of a case; what is left out stays.
         */
        CaseChange: {
            /** Description */
            description?: string | null;
            /**
             * Name
             * @default
             */
            name: string;
            was?: components["schemas"]["CaseWas"] | null;
        };
        /**
         * CaseRow
         * @description A case with its figures, its groups and its values by attribute.
         */
        CaseRow: {
            /** Codings */
            codings: number;
            /** Description */
            description: string | null;
            /** Groups */
            groups: components["schemas"]["GroupOfCase"][];
            /** Id */
            id: string;
            /**
             * Interviewed
             * @description A person who speaks in a source, or whose it is.
             */
            interviewed: boolean;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /**
             * Sources
             * @description Those that lie in it, by who speaks or as a whole.
             */
            sources: number;
            /** Values */
            values: {
                [key: string]: string | boolean | number;
            };
        };
        /**
         * CaseTable
         * @description Rows as they were pasted.
         */
        CaseTable: {
            /** Columns */
            columns: string[];
            /**
             * Dry Run
             * @default false
             */
            dry_run: boolean;
            /**
             * Groups
             * @description Columns that name a group, with its kind; beside those called like a kind.
             * @default {}
             */
            groups: {
                [key: string]: string;
            };
            /**
             * Kind
             * @description The kind of all rows; left out, the column case_kind says it.
             */
            kind?: string | null;
            /** Name Column */
            name_column?: string | null;
            /** Rows */
            rows: (string | null)[][];
            /**
             * Types
             * @description Types of new attributes, else they are guessed.
             * @default {}
             */
            types: {
                [key: string]: "text" | "number" | "day" | "truth" | "choice";
            };
        };
        /**
         * CaseWas
         * @description What the page showed before it was changed.
         */
        CaseWas: {
            /** Description */
            description?: string | null;
            /** Name */
            name?: string | null;
        };
        /**
         * CellAnswer
         * @description A cell with its passages, who speaks in them, and who of its column does not.
         */
        CellAnswer: {
            /** Did Not */
            did_not: string[];
            /** Items */
            items: components["schemas"]["PassageRow"][];
            /**
             * Next
             * @description The cursor of the next page; null on the last.
             */
            next: string | null;
            /** Of */
            of: number;
            /**
             * Total
             * @description How many there are, where that is known.
             */
            total: number | null;
            /** Value */
            value: number;
            /** Who */
            who: string[];
        };
        /**
         * Chain
         * @description All to whom the referrals of one person led; that person comes first.
         */
        Chain: {
            /** Members */
            members: components["schemas"]["ChainMember"][];
            /** Seed */
            seed: string;
            /**
             * Share
             * @description Of all participants.
             */
            share: number;
        };
        /**
         * ChainMember
         * @description One participant in a chain, below who named them.
         */
        ChainMember: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Was Interviewed */
            was_interviewed: boolean;
            /** Wave */
            wave: number;
        };
        /**
         * ChangeRow
         * @description One change of one thing; ``fields`` is null where its words were purged.
         */
        ChangeRow: {
            /** Fields */
            fields: {
                [key: string]: string | null;
            } | null;
            /** Operation */
            operation: string;
            /** Person */
            person: string | null;
            /** Sentence */
            sentence: string;
            /** Undone */
            undone: boolean;
            /** Wall Ms */
            wall_ms: number;
        };
        /**
         * ChangedThing
         * @description One thing that an operation changed.
         */
        ChangedThing: {
            /** Fields */
            fields: {
                [key: string]: components["schemas"]["Said"];
            };
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /**
         * CheckedCells
         * @description Each cell's value as it would be stored, and the cells that do not fit.
         */
        CheckedCells: {
            /** Refused */
            refused: components["schemas"]["RefusedCell"][];
            /** Values */
            values: (string | boolean | number | null)[];
        };
        /**
         * CheckedTableRow
         * @description A recruitment table as it may be printed: null where a cell is to be hidden.
         */
        CheckedTableRow: {
            /** Column Labels */
            column_labels: string[];
            /** Columns */
            columns: string;
            /** Row Labels */
            row_labels: string[];
            /** Rows */
            rows: string;
            /** Shown */
            shown: (number | null)[][];
        };
        /**
         * Choice
         * @description A word that asks for something, and how it is shown.
         */
        Choice: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * ChoiceAsked
         * @description What a choice of cases is made by; see the methods of ``crosscase sample``.
         */
        ChoiceAsked: {
            /** Cases */
            cases?: string[];
            /** Characteristics */
            characteristics?: string[];
            /** Constraints */
            constraints?: string[];
            /** Counts */
            counts?: {
                [key: string]: number;
            } | null;
            /** Eligible */
            eligible?: string[];
            /** Frame */
            frame: string;
            /**
             * Method
             * @default maximum-variation
             * @enum {string}
             */
            method: "maximum-variation" | "random" | "stratified" | "quota" | "criterion" | "manual";
            /**
             * Pick
             * @default 1
             */
            pick: number;
            /** Reason */
            reason?: string | null;
            /** Seed */
            seed?: number | null;
            /**
             * Share
             * @default proportional
             * @enum {string}
             */
            share: "proportional" | "equal";
            /** Size */
            size?: number | null;
            /** Strata */
            strata?: string | null;
        };
        /**
         * ChoiceTried
         * @description What would be chosen, with the sets that are equally good; nothing is stored.
         */
        ChoiceTried: {
            /** Candidates */
            candidates: number;
            /** Chosen */
            chosen: components["schemas"]["ChosenCase"][];
            /** Eligible */
            eligible: number;
            /**
             * Equally Good
             * @description The names of the cases of each set.
             */
            equally_good: string[][];
            /** Exact */
            exact: boolean;
            /** How */
            how: string;
            /** Tied */
            tied: number;
        };
        /**
         * ChosenCase
         * @description A case that was chosen; the site is what it is called where its name may not be told.
         */
        ChosenCase: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Site */
            site: string | null;
        };
        /**
         * CodeChange
         * @description Changes of a code; null clears (but not the name).
         */
        CodeChange: {
            /** Citation */
            citation?: string | null;
            /**
             * Codable
             * @description False for a heading, with which no passage is coded.
             */
            codable?: boolean | null;
            /** Colour */
            colour?: string | null;
            /** Definition */
            definition?: string | null;
            /** Example */
            example?: string | null;
            /** Excludes */
            excludes?: string | null;
            /** Includes */
            includes?: string | null;
            /** Name */
            name?: string | null;
            /** Origin */
            origin?: string | null;
            was?: components["schemas"]["CodeWas"] | null;
        };
        /**
         * CodeCounts
         * @description How much is coded with a code or with one below it; each counts once.
         */
        CodeCounts: {
            /**
             * Cases
             * @description Sites, or the one kind of cases besides persons.
             */
            cases: number;
            /** Codings */
            codings: number;
            /** Participants */
            participants: number;
            /** Passages */
            passages: number;
            /** Sources */
            sources: number;
        };
        /**
         * CodeDecision
         * @description What comparing a passage with a code came to.
         */
        CodeDecision: {
            /**
             * Decision
             * @enum {string}
             */
            decision: "same" | "new_code" | "split" | "redefine";
            /**
             * Definition
             * @description With redefine.
             */
            definition?: string | null;
            /**
             * End Char
             * @description In Unicode code points, from 0.
             */
            end_char: number;
            /** @description With new_code and split. Without a parent the new code stands beside the old one (new_code) or below it (split). */
            new_code?: components["schemas"]["NewCodeNamed"] | null;
            /** Source */
            source: string;
            /**
             * Start Char
             * @description In Unicode code points, from 0.
             */
            start_char: number;
            /**
             * Text
             * @description What the memo of it says.
             * @default
             */
            text: string;
        };
        /**
         * CodeMerge
         * @description Into which code.
         */
        CodeMerge: {
            /** Into */
            into: string;
        };
        /**
         * CodeMove
         * @description Where a code goes: last below a parent (null: at the top), or right before a sibling.
         */
        CodeMove: {
            /** Before */
            before?: string | null;
            /** Parent */
            parent: string | null;
        };
        /**
         * CodePage
         * @description One code, whole.
         */
        CodePage: {
            /** Citation */
            citation: string | null;
            /**
             * Codable
             * @description Whether passages can be coded with it; else a heading.
             */
            codable: boolean;
            /** Colour */
            colour: string | null;
            counts: components["schemas"]["CodeCounts"];
            /** Definition */
            definition: string | null;
            /** Depth */
            depth: number;
            /** Example */
            example: string | null;
            /** Excludes */
            excludes: string | null;
            first_incident: components["schemas"]["SourcePassage"] | null;
            /** Framework */
            framework: string | null;
            /** Id */
            id: string;
            /** Includes */
            includes: string | null;
            /**
             * Late Codings
             * @description Codings still on a code that was split.
             */
            late_codings: string[];
            /**
             * Merged
             * @description The names of codes that were merged into this one.
             */
            merged: string[];
            /** Name */
            name: string;
            /**
             * Origin
             * @description “deductive”, “inductive” or “in vivo”.
             */
            origin: string | null;
            /** Parent */
            parent: string | null;
            /**
             * Path
             * @description The names from the top down to this one.
             */
            path: string[];
            /** Split Into */
            split_into: string[];
            /**
             * Status
             * @description “retired”, or null while it is in use.
             */
            status: string | null;
            touch: components["schemas"]["Touched"];
        };
        /**
         * CodePart
         * @description One of the codes that a code is split into, with the codings that it takes.
         */
        CodePart: {
            /** Codings */
            codings: string[];
            /** Name */
            name: string;
        };
        /**
         * CodeRow
         * @description One code, as the codebook has it.
         */
        CodeRow: {
            /** Citation */
            citation: string | null;
            /**
             * Codable
             * @description Whether passages can be coded with it; else a heading.
             */
            codable: boolean;
            /** Colour */
            colour: string | null;
            counts: components["schemas"]["CodeCounts"];
            /** Definition */
            definition: string | null;
            /** Depth */
            depth: number;
            /** Example */
            example: string | null;
            /** Excludes */
            excludes: string | null;
            /** Framework */
            framework: string | null;
            /** Id */
            id: string;
            /** Includes */
            includes: string | null;
            /**
             * Merged
             * @description The names of codes that were merged into this one.
             */
            merged: string[];
            /** Name */
            name: string;
            /**
             * Origin
             * @description “deductive”, “inductive” or “in vivo”.
             */
            origin: string | null;
            /** Parent */
            parent: string | null;
            /**
             * Path
             * @description The names from the top down to this one.
             */
            path: string[];
            /**
             * Status
             * @description “retired”, or null while it is in use.
             */
            status: string | null;
        };
        /**
         * CodeSplit
         * @description The codes that a code is split into.
         */
        CodeSplit: {
            /** Parts */
            parts: components["schemas"]["CodePart"][];
        };
        /**
         * CodeWas
         * @description What the page showed of the fields that it changes.
         */
        CodeWas: {
            /** Citation */
            citation?: string | null;
            /**
             * Codable
             * @description False for a heading, with which no passage is coded.
             */
            codable?: boolean | null;
            /** Colour */
            colour?: string | null;
            /** Definition */
            definition?: string | null;
            /** Example */
            example?: string | null;
            /** Excludes */
            excludes?: string | null;
            /** Includes */
            includes?: string | null;
            /** Name */
            name?: string | null;
            /** Origin */
            origin?: string | null;
        };
        /**
         * Codebook
         * @description All codes in the order of the codebook, parents before children.
         */
        Codebook: {
            /** Codes */
            codes: components["schemas"]["CodeRow"][];
            /**
             * Interviewed
             * @description Of how many participants the counts are.
             */
            interviewed: number;
            /**
             * Sites
             * @description Of how many cases the counts are.
             */
            sites: number;
        };
        /**
         * CodebookImported
         * @description What an import of a codebook did, or would do, in codes; ``saved`` is null on a dry run.
         */
        CodebookImported: {
            /** Made */
            made: number;
            saved: components["schemas"]["Saved"] | null;
            /** Unchanged */
            unchanged: number;
            /** Updated */
            updated: number;
        };
        /**
         * CodedSearch
         * @description Code all that a question finds.
         */
        CodedSearch: {
            /**
             * Code
             * @description Its id, name or path.
             */
            code: string;
            /** Q */
            q: string;
        };
        /**
         * CodedSearchSaved
         * @description What was recorded, and how many passages were newly coded.
         */
        CodedSearchSaved: {
            /** Coded */
            coded: number;
            /**
             * Heads
             * @description The name of the study's state from now on.
             */
            heads: string;
            /**
             * Ids
             * @description The ids of what was made, in order.
             */
            ids: string[];
            /**
             * Operation
             * @description The operation, as undo and history name it.
             */
            operation: string | null;
            /**
             * Sentence
             * @description What it did, in a sentence.
             */
            sentence: string | null;
        };
        /**
         * CoderList
         * @description All coders by name.
         */
        CoderList: {
            /** Coders */
            coders: components["schemas"]["CoderRow"][];
        };
        /**
         * CoderName
         * @description What a coder is called.
         */
        CoderName: {
            /** Name */
            name: string;
        };
        /**
         * CoderRow
         * @description One coder, with how many codings of theirs show.
         */
        CoderRow: {
            /** Codings */
            codings: number;
            /** Id */
            id: string;
            /** Is You */
            is_you: boolean;
            /** Name */
            name: string;
            /** Note */
            note: string | null;
            /** Positionality */
            positionality: string | null;
        };
        /**
         * CodingChange
         * @description Changes of a coding; what is left out stays, null clears valence and basis.
         */
        CodingChange: {
            /** Basis */
            basis?: ("asserted" | "inferred") | null;
            /** Code */
            code?: string | null;
            /** End Char */
            end_char?: number | null;
            /** Start Char */
            start_char?: number | null;
            /** Valence */
            valence?: ("enabling" | "constraining" | "mixed") | null;
        };
        /**
         * CodingIds
         * @description Which codings.
         */
        CodingIds: {
            /** Codings */
            codings: string[];
        };
        /**
         * CodingPage
         * @description One coding, whole.
         */
        CodingPage: {
            /** Basis */
            basis: string | null;
            /** Code */
            code: string;
            /** Code Id */
            code_id: string;
            /**
             * Coded On
             * @description An ISO day.
             */
            coded_on: string;
            /** Coder */
            coder: string | null;
            /** Coder Id */
            coder_id: string | null;
            /** End Char */
            end_char: number;
            /** History */
            history: components["schemas"]["ChangeRow"][];
            /** Id */
            id: string;
            /** Region */
            region: number[] | null;
            /** Removed */
            removed: boolean;
            /** Source */
            source: string;
            /** Source Id */
            source_id: string;
            /** Start Char */
            start_char: number;
            /** Text */
            text: string;
            /**
             * Touched
             * @description Whether a correction changed some of its words.
             */
            touched: boolean;
            /** Valence */
            valence: string | null;
        };
        /**
         * ComparisonAnswer
         * @description The most like and the most unlike passages of a code, and how many it has besides.
         */
        ComparisonAnswer: {
            /** Like */
            like: components["schemas"]["LikePassage"][];
            /** Passages */
            passages: number;
            /** Unlike */
            unlike: components["schemas"]["LikePassage"][];
        };
        /**
         * ConflictList
         * @description Where people's work stands against each other.
         */
        ConflictList: {
            /** Conflicts */
            conflicts: components["schemas"]["ConflictRow"][];
        };
        /**
         * ConflictRow
         * @description One thing for people to settle; ``shown`` is what shows meanwhile.
         */
        ConflictRow: {
            /** Entity */
            entity: string;
            /** Field */
            field: string | null;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Rival Texts */
            rival_texts: (string | null)[];
            /** Rivals */
            rivals: unknown[];
            /** Sentence */
            sentence: string;
            /** Shown */
            shown: unknown;
            /**
             * Shown Text
             * @description What ``shown`` means, in words.
             */
            shown_text: string | null;
            /** Sort */
            sort: string;
        };
        /**
         * ConflictSettled
         * @description The value that a field shall have from now on: the one that shows, or a rival.
         */
        ConflictSettled: {
            /** Entity */
            entity: string;
            /** Field */
            field: string;
            /** Value */
            value: unknown;
        };
        /**
         * ConsentChange
         * @description What somebody agreed to.
         */
        ConsentChange: {
            /** Day */
            day?: string | null;
            /** Note */
            note?: string | null;
            /** Scope */
            scope?: string[] | null;
            /** Version */
            version?: string | null;
            /** Withdrawn Day */
            withdrawn_day?: string | null;
        };
        /**
         * ContactChange
         * @description What one attempt to reach somebody says.
         */
        ContactChange: {
            /** Channel */
            channel?: string | null;
            /**
             * Contacted By
             * @description A coder; left out: you.
             */
            contacted_by?: string | null;
            /** Day */
            day?: string | null;
            /** Note */
            note?: string | null;
            /** Outcome */
            outcome?: string | null;
        };
        /**
         * CorrectedText
         * @description A text as it should be, and the revision that was corrected.
         */
        CorrectedText: {
            /** Note */
            note?: string | null;
            /** Revision */
            revision: string;
            /** Text */
            text: string;
        };
        /**
         * Correction
         * @description What a correction does to the codings; ``operation`` is null where nothing was stored.
         */
        Correction: {
            /** Heads */
            heads: string;
            /** Kept */
            kept: number;
            /** Lost */
            lost: components["schemas"]["Brief"][];
            /** Operation */
            operation: string | null;
            /** Sentence */
            sentence: string | null;
            /** Touched */
            touched: components["schemas"]["Brief"][];
        };
        /**
         * Counts
         * @description How many of everything; ``passages`` are distinct, ``codings`` are all.
         */
        Counts: {
            /** Cases */
            cases: number;
            /** Coders */
            coders: number;
            /** Codes */
            codes: number;
            /** Codings */
            codings: number;
            /** Conflicts */
            conflicts: number;
            /** Interviewed */
            interviewed: number;
            /** Links */
            links: number;
            /** Memos */
            memos: number;
            /** Operations */
            operations: number;
            /** Participants */
            participants: number;
            /** Passages */
            passages: number;
            /** Sources */
            sources: number;
            /** Turns */
            turns: number;
            /** Words */
            words: number;
        };
        /**
         * DisclosureAnswer
         * @description What speaks against publishing quotes and tables as they are.
         */
        DisclosureAnswer: {
            /**
             * At Risk
             * @description Quotes by which a reader could find who spoke.
             */
            at_risk: number[];
            /**
             * Barred
             * @description Quotes that may not be printed as they are.
             */
            barred: number[];
            /** By */
            by: string[];
            /** K */
            k: number;
            /** Notes */
            notes: string[];
            /** Passages */
            passages: number;
            /** Past Risks */
            past_risks: components["schemas"]["RiskRow"][];
            /** Quotes */
            quotes: components["schemas"]["QuoteRow"][];
            /** Released Before */
            released_before: number;
            /** Risks */
            risks: components["schemas"]["RiskRow"][];
            /** Tables */
            tables: components["schemas"]["CheckedTableRow"][];
            /** Words */
            words: components["schemas"]["WordFlagRow"][];
        };
        /**
         * EntityHistory
         * @description Every change of one thing, oldest first.
         */
        EntityHistory: {
            /** Changes */
            changes: components["schemas"]["ChangeRow"][];
        };
        /**
         * EvidenceRow
         * @description One passage behind a link, where it lies now.
         */
        EvidenceRow: {
            /** Against */
            against: boolean;
            /** End Char */
            end_char: number;
            /** Id */
            id: string;
            /** Source */
            source: string;
            /** Source Id */
            source_id: string;
            /**
             * Standing
             * @enum {string}
             */
            standing: "kept" | "touched" | "lost";
            /** Start Char */
            start_char: number;
            /** Text */
            text: string;
        };
        /**
         * ExportAnswer
         * @description How many quotes of an export would tell who spoke, before it is made.
         */
        ExportAnswer: {
            /**
             * At Risk
             * @description By these a reader could find who spoke.
             */
            at_risk: number;
            /**
             * Barred
             * @description These may not be printed as they are.
             */
            barred: number;
            /**
             * Is Labelled
             * @description Whether anybody quoted has a role, a site or the like.
             */
            is_labelled: boolean;
            /**
             * Is Refused
             * @description Whether the study's policy refuses the export.
             */
            is_refused: boolean;
            /** K */
            k: number;
            /** Quotes */
            quotes: number;
        };
        /**
         * Failed
         * @description Every error has this shape.
         */
        Failed: {
            error: components["schemas"]["Failure"];
        };
        /**
         * Failure
         * @description A sentence with a way out.
         */
        Failure: {
            /**
             * Details
             * @default null
             */
            details: {
                [key: string]: unknown;
            } | null;
            /** Hint */
            hint: string | null;
            /** Sentence */
            sentence: string;
            /** Slug */
            slug: string;
        };
        /**
         * FieldActivity
         * @description An interview, an observed meeting or a request for a document.
         */
        FieldActivity: {
            /** Day */
            day: string | null;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Minutes */
            minutes: number | null;
            /** Mode */
            mode: string | null;
            /** Name */
            name: string;
            /** Note */
            note: string | null;
            source: components["schemas"]["NamedThing"] | null;
            /** Start Time */
            start_time: string | null;
        };
        /**
         * FieldConsent
         * @description What somebody agreed to.
         */
        FieldConsent: {
            /** Day */
            day: string | null;
            /** Id */
            id: string;
            /** Note */
            note: string | null;
            /** Scope */
            scope: string[];
            /** Version */
            version: string | null;
            /** Withdrawn Day */
            withdrawn_day: string | null;
        };
        /**
         * FieldContact
         * @description One attempt to reach somebody.
         */
        FieldContact: {
            /** Channel */
            channel: string | null;
            /**
             * Contacted By
             * @description The name of a coder.
             */
            contacted_by: string | null;
            /** Day */
            day: string | null;
            /** Id */
            id: string;
            /** Note */
            note: string | null;
            /** Outcome */
            outcome: string | null;
        };
        /**
         * FieldRecruitment
         * @description How somebody was found.
         */
        FieldRecruitment: {
            /** Found By */
            found_by: string | null;
            /** Note */
            note: string | null;
            /** Prior Relationship */
            prior_relationship: string | null;
        };
        /**
         * FieldReferral
         * @description Who named somebody, or whom they named; null is nobody of the study.
         */
        FieldReferral: {
            /** Channel */
            channel: string | null;
            /** Day */
            day: string | null;
            /** Id */
            id: string;
            /** Note */
            note: string | null;
            person: components["schemas"]["NamedThing"] | null;
        };
        /**
         * FieldworkBoard
         * @description Everybody by stage, those aside last.
         */
        FieldworkBoard: {
            /** People */
            people: components["schemas"]["BoardPerson"][];
        };
        /**
         * FieldworkPerson
         * @description All that was recorded about one participant, by day.
         */
        FieldworkPerson: {
            /** Activities */
            activities: components["schemas"]["FieldActivity"][];
            /** Consents */
            consents: components["schemas"]["FieldConsent"][];
            /** Contacts */
            contacts: components["schemas"]["FieldContact"][];
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Named */
            named: components["schemas"]["FieldReferral"][];
            /** Named By */
            named_by: components["schemas"]["FieldReferral"][];
            recruitment: components["schemas"]["FieldRecruitment"] | null;
        };
        /**
         * FieldworkReferrals
         * @description Who led to whom.
         */
        FieldworkReferrals: {
            /**
             * Alone
             * @description Who named nobody and was not named.
             */
            alone: number;
            /** Chains */
            chains: components["schemas"]["Chain"][];
            /** People */
            people: number;
            /** Waves */
            waves: number[];
        };
        /**
         * FieldworkTable
         * @description How many participants stand in each cell, each counted once, with margins.
         */
        FieldworkTable: {
            /** Cells */
            cells: number[][];
            /** Column Totals */
            column_totals: number[];
            /** Columns */
            columns: string[];
            /** Row Totals */
            row_totals: number[];
            /** Rows */
            rows: string[];
            /** Total */
            total: number;
        };
        /**
         * FieldworkToDo
         * @description What is still to do: approvals, then people, then documents.
         */
        FieldworkToDo: {
            /** Things */
            things: components["schemas"]["ThingToDo"][];
        };
        /**
         * FrameCase
         * @description A candidate case.
         */
        FrameCase: {
            /** Id */
            id: string;
            /** Label */
            label: string;
        };
        /**
         * FrameColumn
         * @description A characteristic with one value a case, in the order of the cases.
         */
        FrameColumn: {
            /** Date */
            date: string | null;
            /** Definition */
            definition: string | null;
            /** Is Number */
            is_number: boolean;
            /** Name */
            name: string;
            /** Source */
            source: string | null;
            /** Type */
            type: string;
            /** Unit */
            unit: string | null;
            /** Values */
            values: (string | boolean | number | null)[];
        };
        /**
         * FrameGroup
         * @description One group: how many cases it has, and the values it runs over.
         */
        FrameGroup: {
            /** Cases */
            cases: number;
            /** Highest */
            highest: number | null;
            /** Label */
            label: string;
            /** Lowest */
            lowest: number | null;
        };
        /**
         * FrameGroups
         * @description A grouping over one characteristic, and what it makes of the cases.
         */
        FrameGroups: {
            /** Characteristic */
            characteristic: string;
            /** Cut Points */
            cut_points: number[];
            /**
             * First
             * @description Which end is group 1.
             * @enum {string}
             */
            first: "lowest" | "highest";
            /** Groups */
            groups: components["schemas"]["FrameGroup"][];
            /**
             * Missing
             * @description Cases without a value.
             */
            missing: string[];
            /** Name */
            name: string;
            /**
             * Of Case
             * @description From 1, in the order of the cases.
             */
            of_case: (number | null)[];
            /** Problem */
            problem: string | null;
            /**
             * Rule
             * @enum {string}
             */
            rule: "rank" | "cut-points" | "bands";
            /**
             * Tied
             * @description Cases of one value at which a group would end.
             */
            tied: string[][];
        };
        /**
         * FrameList
         * @description All frames by name.
         */
        FrameList: {
            /** Frames */
            frames: components["schemas"]["FrameRow"][];
        };
        /**
         * FrameRow
         * @description One frame, as the list has it.
         */
        FrameRow: {
            /** Cases */
            cases: number;
            /** Characteristics */
            characteristics: number;
            /** Description */
            description: string | null;
            /** Groupings */
            groupings: number;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Unit
             * @description What one case is.
             */
            unit: string | null;
        };
        /**
         * FrameTaken
         * @description What an import made of a frame, or would make.
         */
        FrameTaken: {
            /** Added */
            added: number;
            /** Cases */
            cases: number;
            /** Changed */
            changed: number;
            /** Groupings Dropped */
            groupings_dropped: string[];
            /**
             * Guessed
             * @description Characteristics whose type nobody said.
             */
            guessed: string[];
            /** Is New */
            is_new: boolean;
            /**
             * Missing
             * @description How many cases have no value, where any.
             */
            missing: {
                [key: string]: number;
            };
            /** Name */
            name: string;
            /** Removed */
            removed: number;
            saved: components["schemas"]["Saved"] | null;
        };
        /**
         * FrameWhole
         * @description A frame as a table: its cases, their characteristics, and their groups.
         */
        FrameWhole: {
            /** Cases */
            cases: components["schemas"]["FrameCase"][];
            /** Characteristics */
            characteristics: components["schemas"]["FrameColumn"][];
            /** Citation */
            citation: string | null;
            /** Description */
            description: string | null;
            /** Groupings */
            groupings: components["schemas"]["FrameGroups"][];
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Unit */
            unit: string | null;
        };
        /**
         * FrameworkAdded
         * @description A framework that the study has.
         */
        FrameworkAdded: {
            /** Citation */
            citation: string | null;
            /** Description */
            description: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Version */
            version: string | null;
        };
        /**
         * FrameworkName
         * @description Which of those that come with crosscase.
         */
        FrameworkName: {
            /** Name */
            name: string;
        };
        /**
         * FrameworkOffered
         * @description A framework that comes with crosscase.
         */
        FrameworkOffered: {
            /** Citation */
            citation: string | null;
            /** Codes */
            codes: number;
            /** Description */
            description: string | null;
            /**
             * Name
             * @description What it is asked for by.
             */
            name: string;
            /** Title */
            title: string;
        };
        /**
         * Frameworks
         * @description The frameworks that the study has, and those that can be added.
         */
        Frameworks: {
            /** Added */
            added: components["schemas"]["FrameworkAdded"][];
            /** Available */
            available: components["schemas"]["FrameworkOffered"][];
        };
        /**
         * GroupOfCase
         * @description A case in which another lies, with the membership that puts it there.
         */
        GroupOfCase: {
            /** Counts As */
            counts_as: boolean | null;
            /** End Day */
            end_day: string | null;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Membership */
            membership: string;
            /** Name */
            name: string;
            /** Role */
            role: string | null;
            /** Share */
            share: number | null;
            /** Start Day */
            start_day: string | null;
        };
        /**
         * GroupRow
         * @description A site, organisation or other case in which a source, or a participant of it, lies.
         */
        GroupRow: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /**
         * Homophily
         * @description How often people named somebody of their own group, and how often by chance alone.
         */
        Homophily: {
            /** By */
            by: string;
            /** Expected */
            expected: number | null;
            /** Referrals */
            referrals: number;
            /** Same */
            same: number;
            /** Share */
            share: number | null;
            /** Unknown */
            unknown: number;
        };
        /**
         * Import
         * @description An import; ``done`` of ``total`` files are read, and ``current`` is.
         */
        Import: {
            /** Current */
            current: string | null;
            /** Done */
            done: number;
            /** Duplicates */
            duplicates: components["schemas"]["ImportDuplicate"][];
            error: components["schemas"]["Failure"] | null;
            /** Id */
            id: string;
            /**
             * Phase
             * @enum {string}
             */
            phase: "reading" | "ready" | "storing" | "stored" | "failed" | "cancelled";
            /** Refused */
            refused: components["schemas"]["ImportRefusal"][];
            saved: components["schemas"]["Saved"] | null;
            /** Sources */
            sources: components["schemas"]["ImportSource"][];
            /** Total */
            total: number;
        };
        /**
         * ImportChoice
         * @description What is chosen for one source; what is left out stays.
         */
        ImportChoice: {
            /** Index */
            index: number;
            /**
             * Labels
             * @description The labels to take as speakers; all others are left.
             */
            labels?: string[] | null;
            /** Language */
            language?: string | null;
            /** Leave Out */
            leave_out?: boolean | null;
            /** Name */
            name?: string | null;
        };
        /**
         * ImportChoices
         * @description Choices for some of the sources.
         */
        ImportChoices: {
            /** Sources */
            sources: components["schemas"]["ImportChoice"][];
        };
        /**
         * ImportDuplicate
         * @description A file that is in the study already, or was sent twice.
         */
        ImportDuplicate: {
            /** As Name */
            as_name: string;
            /** Name */
            name: string;
        };
        /**
         * ImportLabel
         * @description A label that may be a speaker.
         */
        ImportLabel: {
            /**
             * Example
             * @description The first line that begins with it, cut short.
             */
            example: string | null;
            /** Label */
            label: string;
            /** Taken */
            taken: boolean;
            /** Turns */
            turns: number;
            /**
             * Why
             * @description Why it is taken, or is not.
             */
            why: string | null;
            /** Words */
            words: number;
        };
        /**
         * ImportRefusal
         * @description A file that cannot be read.
         */
        ImportRefusal: {
            /** Hint */
            hint: string | null;
            /** Name */
            name: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * ImportSource
         * @description A source that can come in.
         */
        ImportSource: {
            /** File Name */
            file_name: string;
            /** Format */
            format: string;
            /** Index */
            index: number;
            /** Labels */
            labels: components["schemas"]["ImportLabel"][];
            /** Language */
            language: string | null;
            /** Left Out */
            left_out: boolean;
            /** Name */
            name: string;
            /** Notes */
            notes: string[];
            /** Turns */
            turns: number;
            /** Words */
            words: number;
        };
        /**
         * InterviewLengths
         * @description The interviews of one group, in minutes.
         */
        InterviewLengths: {
            /**
             * Group
             * @description Null for all.
             */
            group: string | null;
            /**
             * Interviews
             * @description Those whose length is known.
             */
            interviews: number;
            /** Longest */
            longest: number | null;
            /** Mean */
            mean: number | null;
            /** Median */
            median: number | null;
            /**
             * Missing
             * @description Those whose length is not known.
             */
            missing: number;
            /** Shortest */
            shortest: number | null;
        };
        /**
         * LikePassage
         * @description A passage of the code, and how alike it is in its words.
         */
        LikePassage: {
            passage: components["schemas"]["PassageRow"];
            /**
             * Similarity
             * @description From -1 to 1; by words alone, so only a help to look.
             */
            similarity: number;
        };
        /**
         * LinkChange
         * @description Changes of a link; what is left out stays, null clears sign, note and basis.
         */
        LinkChange: {
            /** Basis */
            basis?: ("asserted" | "inferred") | null;
            /** Directed */
            directed?: boolean | null;
            /** Note */
            note?: string | null;
            /** Sign */
            sign?: ("+" | "-" | "mixed") | null;
            /** Type */
            type?: string | null;
        };
        /**
         * LinkEnd
         * @description One of the two things that a link joins.
         */
        LinkEnd: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /**
         * LinkList
         * @description Links in the order in which they were made.
         */
        LinkList: {
            /** Links */
            links: components["schemas"]["LinkRow"][];
        };
        /**
         * LinkRow
         * @description One link with its evidence.
         */
        LinkRow: {
            /** Basis */
            basis: string | null;
            /** Directed */
            directed: boolean;
            end: components["schemas"]["LinkEnd"];
            /** Evidence */
            evidence: components["schemas"]["EvidenceRow"][];
            /** Id */
            id: string;
            /** Note */
            note: string | null;
            /** Sign */
            sign: string | null;
            start: components["schemas"]["LinkEnd"];
            /** Type */
            type: string;
        };
        /**
         * MatrixAnswer
         * @description Counts by row and column; totals count distinct things and are no sums.
         */
        MatrixAnswer: {
            /** Cells */
            cells: number[][];
            /** Column Noun */
            column_noun: string;
            /** Column Totals */
            column_totals: number[];
            /** Columns */
            columns: components["schemas"]["MatrixMember"][];
            /** Count */
            count: string;
            /** Notes */
            notes: string[];
            of: components["schemas"]["OfHowMany"];
            /** Row Noun */
            row_noun: string;
            /** Row Totals */
            row_totals: number[];
            /** Rows */
            rows: components["schemas"]["MatrixMember"][];
            /** Title */
            title: string;
            /** Total */
            total: number;
            /** Where */
            where: string | null;
        };
        /**
         * MatrixChoices
         * @description What can be crossed and counted in this study.
         */
        MatrixChoices: {
            /** Columns */
            columns: components["schemas"]["SideChoice"][];
            /** Counts */
            counts: components["schemas"]["Choice"][];
            /** Rows */
            rows: components["schemas"]["SideChoice"][];
        };
        /**
         * MatrixMember
         * @description A row or column; ``id`` is null for a value, and for what lies in none.
         */
        MatrixMember: {
            /** Colour */
            colour: string | null;
            /**
             * Depth
             * @description How deep a code lies in the codebook; 0 otherwise.
             */
            depth: number;
            /** Id */
            id: string | null;
            /**
             * Label
             * @description Its name in this matrix, by which a cell is asked for.
             */
            label: string;
            /** Name */
            name: string;
        };
        /**
         * MemberChange
         * @description What comes into a set, or goes out of it.
         */
        MemberChange: {
            /** Add */
            add?: string[];
            /** Remove */
            remove?: string[];
        };
        /**
         * MembershipChange
         * @description What is changed of a membership; null clears.
         */
        MembershipChange: {
            /** Counts As */
            counts_as?: boolean | null;
            /** End Day */
            end_day?: string | null;
            /** Role */
            role?: string | null;
            /** Share */
            share?: number | null;
            /** Start Day */
            start_day?: string | null;
        };
        /**
         * MemoAbout
         * @description What a memo is about; a coding goes by the name of its code.
         */
        MemoAbout: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /**
         * MemoChange
         * @description Changes of a memo; what is left out stays.
         */
        MemoChange: {
            /**
             * About
             * @description What it hangs on; null: on nothing, and on no passage.
             */
            about?: string | null;
            /** Kind */
            kind?: ("analytic" | "methodological" | "reflexive" | "summary") | null;
            /** Text */
            text?: string | null;
            /** Title */
            title?: string | null;
            was?: components["schemas"]["MemoWas"] | null;
        };
        /**
         * MemoRow
         * @description One memo.
         */
        MemoRow: {
            about: components["schemas"]["MemoAbout"] | null;
            /** Author */
            author: string | null;
            /** Author Id */
            author_id: string | null;
            /** Begun Ms */
            begun_ms: number;
            /** Changed Ms */
            changed_ms: number;
            /** Id */
            id: string;
            /** Kind */
            kind: string | null;
            passage: components["schemas"]["SourcePassage"] | null;
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /**
         * MemoWas
         * @description What the page showed of the fields that it changes.
         */
        MemoWas: {
            /** About */
            about?: string | null;
            /** Kind */
            kind?: string | null;
            /** Text */
            text?: string | null;
            /** Title */
            title?: string | null;
        };
        /**
         * MergePreview
         * @description What a merge would touch.
         */
        MergePreview: {
            /**
             * Already There
             * @description Codings that the other code has on the same passage by the same coder.
             */
            already_there: number;
            /** Coders */
            coders: number;
            /** Codings */
            codings: number;
            /** Passages */
            passages: number;
            /** Sources */
            sources: number;
            /** Subcodes */
            subcodes: number;
        };
        /**
         * MissingThing
         * @description Something that is not there yet.
         */
        MissingThing: {
            /** Sentence */
            sentence: string;
            /** Slug */
            slug: string;
        };
        /**
         * MovedCase
         * @description A case that two rules put into different groups.
         */
        MovedCase: {
            /** From Group */
            from_group: string | null;
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** To Group */
            to_group: string | null;
            /** Value */
            value: number | null;
        };
        /**
         * NameList
         * @description All names, kind by kind.
         */
        NameList: {
            /** Names */
            names: components["schemas"]["NameRow"][];
        };
        /**
         * NameRow
         * @description One thing by its name.
         */
        NameRow: {
            /** Colour */
            colour: string | null;
            /**
             * Detail
             * @description What tells it apart: a code's path, a case's kind.
             */
            detail: string | null;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "source" | "code" | "case" | "memo" | "query" | "set" | "coder";
            /** Name */
            name: string;
        };
        /**
         * NamedThing
         * @description A thing of the study by its id and name.
         */
        NamedThing: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * NewAttribute
         * @description A new attribute.
         */
        NewAttribute: {
            /** Coarser */
            coarser?: {
                [key: string]: string;
            } | null;
            /** Description */
            description?: string | null;
            /** Name */
            name: string;
            /**
             * Type
             * @default text
             * @enum {string}
             */
            type: "text" | "number" | "day" | "truth" | "choice";
        };
        /**
         * NewCase
         * @description A new case, with the cases it lies in and its values by attribute (name or id).
         */
        NewCase: {
            /** Description */
            description?: string | null;
            /**
             * Groups
             * @default []
             */
            groups: string[];
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /**
             * Values
             * @default {}
             */
            values: {
                [key: string]: string | boolean | number | null;
            };
        };
        /**
         * NewCode
         * @description A new code, last below its parent, or at the top.
         */
        NewCode: {
            /** Citation */
            citation?: string | null;
            /**
             * Codable
             * @description False for a heading, with which no passage is coded.
             */
            codable?: boolean | null;
            /** Colour */
            colour?: string | null;
            /** Definition */
            definition?: string | null;
            /** Example */
            example?: string | null;
            /** Excludes */
            excludes?: string | null;
            /** Includes */
            includes?: string | null;
            /** Name */
            name: string;
            /** Origin */
            origin?: string | null;
            /** Parent */
            parent?: string | null;
        };
        /**
         * NewCodeNamed
         * @description A new code by its name, below a parent or at the top.
         */
        NewCodeNamed: {
            /** Name */
            name: string;
            /** Parent */
            parent?: string | null;
        };
        /**
         * NewCoding
         * @description One passage coded, with a code that is there or with a new one.
         */
        NewCoding: {
            /** Basis */
            basis?: ("asserted" | "inferred") | null;
            /** Code */
            code?: string | null;
            /**
             * Coder
             * @description Whose it is, by id or name; else yours.
             */
            coder?: string | null;
            /** End Char */
            end_char?: number | null;
            new_code?: components["schemas"]["NewCodingCode"] | null;
            /** Region */
            region?: number[] | null;
            /** Source */
            source: string;
            /** Start Char */
            start_char?: number | null;
            /** Valence */
            valence?: ("enabling" | "constraining" | "mixed") | null;
        };
        /**
         * NewCodingCode
         * @description A code that is made of the passage.
         */
        NewCodingCode: {
            /** Name */
            name: string;
            /**
             * Origin
             * @default inductive
             * @enum {string}
             */
            origin: "in_vivo" | "inductive" | "deductive";
            /** Parent */
            parent?: string | null;
        };
        /**
         * NewConsent
         * @description The consent of a participant.
         */
        NewConsent: {
            /** Day */
            day?: string | null;
            /** Note */
            note?: string | null;
            /** Participant */
            participant: string;
            /** Scope */
            scope?: string[] | null;
            /** Version */
            version?: string | null;
            /** Withdrawn Day */
            withdrawn_day?: string | null;
        };
        /**
         * NewContact
         * @description An attempt to reach a participant.
         */
        NewContact: {
            /** Channel */
            channel?: string | null;
            /**
             * Contacted By
             * @description A coder; left out: you.
             */
            contacted_by?: string | null;
            /** Day */
            day?: string | null;
            /** Note */
            note?: string | null;
            /** Outcome */
            outcome?: string | null;
            /** Participant */
            participant: string;
        };
        /**
         * NewEvidence
         * @description A passage that speaks for a link, or against it.
         */
        NewEvidence: {
            /**
             * Against
             * @default false
             */
            against: boolean;
            /**
             * End Char
             * @description In Unicode code points, from 0.
             */
            end_char: number;
            /** Source */
            source: string;
            /**
             * Start Char
             * @description In Unicode code points, from 0.
             */
            start_char: number;
        };
        /**
         * NewGrouping
         * @description Groups over a number: either of equal number, or bands between cut points.
         */
        NewGrouping: {
            /** Characteristic */
            characteristic: string;
            /** Cut Points */
            cut_points?: number[] | null;
            /** Groups */
            groups?: number | null;
            /** Labels */
            labels?: string[] | null;
            /**
             * Most First
             * @default false
             */
            most_first: boolean;
            /** Name */
            name?: string | null;
            /** Rule */
            rule?: ("rank" | "cut-points") | null;
        };
        /**
         * NewInterview
         * @description An interview with one participant or several; without a name it is called by a number.
         */
        NewInterview: {
            /** Case */
            case?: string | null;
            /** Day */
            day?: string | null;
            /**
             * Led By
             * @description A coder; left out: you.
             */
            led_by?: string | null;
            /** Minutes */
            minutes?: number | null;
            /** Mode */
            mode?: string | null;
            /** Name */
            name?: string | null;
            /** Note */
            note?: string | null;
            /** Participants */
            participants: string[];
            /** Source */
            source?: string | null;
            /** Start Time */
            start_time?: string | null;
        };
        /**
         * NewLink
         * @description Two things, by their ids, and how they are related.
         */
        NewLink: {
            /** Basis */
            basis?: ("asserted" | "inferred") | null;
            /**
             * Directed
             * @default true
             */
            directed: boolean;
            /** End */
            end: string;
            /** Note */
            note?: string | null;
            /** Sign */
            sign?: ("+" | "-" | "mixed") | null;
            /** Start */
            start: string;
            /** Type */
            type: string;
        };
        /**
         * NewMembership
         * @description Put a case or a source into a case.
         */
        NewMembership: {
            /** Counts As */
            counts_as?: boolean | null;
            /** End Day */
            end_day?: string | null;
            /** Group */
            group: string;
            /**
             * Member
             * @description A case or a source.
             */
            member: string;
            /** Role */
            role?: string | null;
            /** Share */
            share?: number | null;
            /** Start Day */
            start_day?: string | null;
        };
        /**
         * NewMemo
         * @description A memo, about anything (by its id), about a passage, or about nothing yet.
         */
        NewMemo: {
            /** About */
            about?: string | null;
            /**
             * Kind
             * @default analytic
             * @enum {string}
             */
            kind: "analytic" | "methodological" | "reflexive" | "summary";
            passage?: components["schemas"]["PassagePlace"] | null;
            /**
             * Text
             * @default
             */
            text: string;
            /** Title */
            title: string;
        };
        /**
         * NewQuery
         * @description A question under a name; one of that name is changed.
         */
        NewQuery: {
            /** Description */
            description?: string | null;
            /** Expression */
            expression: string;
            /** Name */
            name: string;
        };
        /**
         * NewReferral
         * @description A participant whom somebody named.
         */
        NewReferral: {
            /** Channel */
            channel?: string | null;
            /** Day */
            day?: string | null;
            /** Note */
            note?: string | null;
            /** Participant */
            participant: string;
            /**
             * Referred By
             * @description A participant.
             */
            referred_by?: string | null;
        };
        /**
         * NewRelease
         * @description What left the study. ``remedy`` says what was done to the labels of quotes at risk.
         */
        NewRelease: {
            /** By */
            by?: string[] | null;
            /** Code */
            code?: string | null;
            /** Codings */
            codings?: string[] | null;
            /** Day */
            day?: string | null;
            /** Kind */
            kind?: string | null;
            /** Name */
            name: string;
            /** Note */
            note?: string | null;
            /**
             * Passages
             * @description Each as its source, start and end: id.120.184.
             */
            passages?: string[] | null;
            /** Query */
            query?: string | null;
            /** Recipient */
            recipient?: string | null;
            /**
             * Remedy
             * @default none
             */
            remedy: string;
            /** Set */
            set?: string | null;
            /** Source */
            source?: string | null;
            /** Tables */
            tables?: string[];
        };
        /**
         * NewSelection
         * @description A choice of cases that is kept.
         */
        NewSelection: {
            /** Cases */
            cases?: string[];
            /** Characteristics */
            characteristics?: string[];
            /** Constraints */
            constraints?: string[];
            /** Counts */
            counts?: {
                [key: string]: number;
            } | null;
            /** Eligible */
            eligible?: string[];
            /** Frame */
            frame: string;
            /**
             * Method
             * @default maximum-variation
             * @enum {string}
             */
            method: "maximum-variation" | "random" | "stratified" | "quota" | "criterion" | "manual";
            /** Name */
            name?: string | null;
            /**
             * Pick
             * @default 1
             */
            pick: number;
            /** Reason */
            reason?: string | null;
            /** Seed */
            seed?: number | null;
            /**
             * Share
             * @default proportional
             * @enum {string}
             */
            share: "proportional" | "equal";
            /** Size */
            size?: number | null;
            /** Strata */
            strata?: string | null;
        };
        /**
         * NewSet
         * @description A new set, with members by their ids.
         */
        NewSet: {
            /** Description */
            description?: string | null;
            /** Members */
            members?: string[];
            /** Name */
            name: string;
        };
        /**
         * NewStudy
         * @description The study that is to be made.
         */
        NewStudy: {
            /** Title */
            title: string;
        };
        /**
         * NewWithdrawal
         * @description A participant takes their consent back.
         */
        NewWithdrawal: {
            /** Day */
            day?: string | null;
            /** Participant */
            participant: string;
            /** Reason */
            reason?: string | null;
        };
        /**
         * OfHowMany
         * @description Of how many: in all, and for each row and column where that is something of its own.
         */
        OfHowMany: {
            /** Columns */
            columns: number[] | null;
            /** Label */
            label: string;
            /** Rows */
            rows: number[] | null;
            /** Total */
            total: number;
            /** Words */
            words: string;
        };
        /**
         * OperationAsked
         * @description Which operation; your latest when none is named.
         */
        OperationAsked: {
            /** Operation */
            operation?: string | null;
        };
        /**
         * OperationPage
         * @description One operation, with what it changed.
         */
        OperationPage: {
            /**
             * Changed
             * @description The first 200 of them.
             */
            changed: components["schemas"]["ChangedThing"][];
            /**
             * Changes
             * @description How many things it changed.
             */
            changes: number;
            /** Entities */
            entities: number;
            /**
             * Future
             * @description Whether that clock ran ahead of this one.
             */
            future: boolean;
            /**
             * Merge
             * @description The merge that it came with.
             */
            merge: number | null;
            /** Operation */
            operation: string;
            /** Person */
            person: string | null;
            /** Person Id */
            person_id: string | null;
            /** Sentence */
            sentence: string;
            /** Sentence Key */
            sentence_key: string;
            /** Undone */
            undone: boolean;
            /**
             * Wall Ms
             * @description When, by the clock of who did it (ms since 1970).
             */
            wall_ms: number;
            /**
             * Will Not Return
             * @description What undoing it would leave as it is, since it was changed later.
             */
            will_not_return: string[];
        };
        /**
         * OperationRow
         * @description One operation, as the history lists it.
         */
        OperationRow: {
            /**
             * Changes
             * @description How many things it changed.
             */
            changes: number;
            /**
             * Future
             * @description Whether that clock ran ahead of this one.
             */
            future: boolean;
            /**
             * Merge
             * @description The merge that it came with.
             */
            merge: number | null;
            /** Operation */
            operation: string;
            /** Person */
            person: string | null;
            /** Person Id */
            person_id: string | null;
            /** Sentence */
            sentence: string;
            /** Sentence Key */
            sentence_key: string;
            /** Undone */
            undone: boolean;
            /**
             * Wall Ms
             * @description When, by the clock of who did it (ms since 1970).
             */
            wall_ms: number;
        };
        /**
         * PageOfSource
         * @description One page of a PDF, or a picture (page 0), with the text that it covers now.
         */
        PageOfSource: {
            /** End Char */
            end_char: number;
            /** Height */
            height: number;
            /** Page */
            page: number;
            /** Start Char */
            start_char: number;
            /**
             * Width
             * @description In points of a PDF, or points of a picture.
             */
            width: number;
            words: components["schemas"]["PageWords"];
        };
        /**
         * PageWords
         * @description The words of a page in the order of its text, a list a column.
         *
         *     A word that goes on in the next line, as after a hyphen, is two entries.
         */
        PageWords: {
            /** End Char */
            end_char: number[];
            /** Height */
            height: number[];
            /** Start Char */
            start_char: number[];
            /** Width */
            width: number[];
            /**
             * X
             * @description The left edge, as a part of the page's width.
             */
            x: number[];
            /**
             * Y
             * @description The upper edge, as a part of the page's height.
             */
            y: number[];
        };
        /** Page[MemoRow] */
        Page_MemoRow_: {
            /** Items */
            items: components["schemas"]["MemoRow"][];
            /**
             * Next
             * @description The cursor of the next page; null on the last.
             */
            next: string | null;
            /**
             * Total
             * @description How many there are, where that is known.
             */
            total: number | null;
        };
        /** Page[OperationRow] */
        Page_OperationRow_: {
            /** Items */
            items: components["schemas"]["OperationRow"][];
            /**
             * Next
             * @description The cursor of the next page; null on the last.
             */
            next: string | null;
            /**
             * Total
             * @description How many there are, where that is known.
             */
            total: number | null;
        };
        /** Page[PassageRow] */
        Page_PassageRow_: {
            /** Items */
            items: components["schemas"]["PassageRow"][];
            /**
             * Next
             * @description The cursor of the next page; null on the last.
             */
            next: string | null;
            /**
             * Total
             * @description How many there are, where that is known.
             */
            total: number | null;
        };
        /** Page[SourceRow] */
        Page_SourceRow_: {
            /** Items */
            items: components["schemas"]["SourceRow"][];
            /**
             * Next
             * @description The cursor of the next page; null on the last.
             */
            next: string | null;
            /**
             * Total
             * @description How many there are, where that is known.
             */
            total: number | null;
        };
        /**
         * ParticipantRow
         * @description Somebody who speaks in a source.
         */
        ParticipantRow: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * PassageCoding
         * @description A coding that was asked for, on a passage.
         */
        PassageCoding: {
            /**
             * Code
             * @description With the codes above it: “Outcomes > Effectiveness”.
             */
            code: string;
            /** Code Id */
            code_id: string;
            /**
             * Coded On
             * @description An ISO day.
             */
            coded_on: string;
            /** Coder */
            coder: string | null;
            /** Coder Id */
            coder_id: string | null;
            /** Id */
            id: string;
        };
        /**
         * PassagePlace
         * @description A passage of a source's current text; its end is not part of it.
         */
        PassagePlace: {
            /**
             * End Char
             * @description In Unicode code points, from 0.
             */
            end_char: number;
            /** Source */
            source: string;
            /**
             * Start Char
             * @description In Unicode code points, from 0.
             */
            start_char: number;
        };
        /**
         * PassageRow
         * @description A passage with who speaks, where it stands and the codings on it that were asked for.
         *
         *     Where a search asks for no codes, all codings on it are told.
         */
        PassageRow: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /**
             * Cases
             * @description For each kind of cases but persons, the names of those in which a participant or the source lies.
             */
            cases: {
                [key: string]: string[];
            };
            /** Codings */
            codings: components["schemas"]["PassageCoding"][];
            /** End Char */
            end_char: number;
            /**
             * Page
             * @description Counted from 1.
             */
            page: number | null;
            /** Participants */
            participants: string[];
            /** Source */
            source: string;
            /** Source Id */
            source_id: string;
            /** Speakers */
            speakers: string[];
            /** Start Char */
            start_char: number;
            /** Start Ms */
            start_ms: number | null;
            /** Text */
            text: string;
            /**
             * Turn
             * @description Counted from 1.
             */
            turn: number | null;
        };
        /**
         * PersonNamed
         * @description The name of who works here.
         */
        PersonNamed: {
            /** Name */
            name: string;
        };
        /**
         * PolicyAnswer
         * @description What the study keeps to.
         */
        PolicyAnswer: {
            /** Policy */
            policy: {
                [key: string]: unknown;
            };
        };
        /**
         * PolicyChange
         * @description The parts of the policy to change; the others stay.
         */
        PolicyChange: {
            /** Policy */
            policy: {
                [key: string]: unknown;
            };
        };
        /**
         * ProfileTable
         * @description The chosen cases by the groups they are of, one row a site.
         */
        ProfileTable: {
            /** Columns */
            columns: string[];
            /** Rows */
            rows: (string | null)[][];
        };
        /**
         * QueryList
         * @description All saved questions in the order in which they were first saved.
         */
        QueryList: {
            /** Queries */
            queries: components["schemas"]["QueryRow"][];
        };
        /**
         * QueryRow
         * @description One saved question.
         */
        QueryRow: {
            /** Description */
            description: string | null;
            /** Expression */
            expression: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * QuoteRow
         * @description A quote as it would be printed; a passage of two people is two of one number.
         */
        QuoteRow: {
            /** Attribution */
            attribution: {
                [key: string]: string;
            };
            /** End Char */
            end_char: number;
            /** Number */
            number: number;
            /** Participant */
            participant: string | null;
            /** Source */
            source: string;
            /** Source Id */
            source_id: string;
            /** Start Char */
            start_char: number;
        };
        /**
         * ReadTable
         * @description The columns and rows of a file, to be looked through before they are taken.
         */
        ReadTable: {
            /** Columns */
            columns: string[];
            /** Notes */
            notes: string[];
            /** Rows */
            rows: string[][];
        };
        /**
         * Recoding
         * @description Which codings get another code.
         */
        Recoding: {
            /** Code */
            code: string;
            /** Codings */
            codings: string[];
        };
        /**
         * RecruitmentChange
         * @description How a participant was found, and what stood between them and the researchers before.
         */
        RecruitmentChange: {
            /** Found By */
            found_by?: string | null;
            /** Note */
            note?: string | null;
            /** Prior Relationship */
            prior_relationship?: string | null;
        };
        /**
         * RecruitmentPage
         * @description Who was reached, who answered, and how long the interviews were.
         */
        RecruitmentPage: {
            /**
             * Empty
             * @description A warning for each cell in which nobody stands.
             */
            empty: string[];
            /** Lengths */
            lengths: components["schemas"]["InterviewLengths"][];
            /** Rates */
            rates: components["schemas"]["ResponseRate"][];
            /** Several */
            several: components["schemas"]["SeveralSites"][];
            table: components["schemas"]["FieldworkTable"];
        };
        /**
         * ReferralChange
         * @description Who named somebody.
         */
        ReferralChange: {
            /** Channel */
            channel?: string | null;
            /** Day */
            day?: string | null;
            /** Note */
            note?: string | null;
            /**
             * Referred By
             * @description A participant.
             */
            referred_by?: string | null;
        };
        /**
         * RefusedCell
         * @description A cell that cannot be set, and why; ``cell`` counts those that were sent, from 0.
         */
        RefusedCell: {
            /** Cell */
            cell: number;
            /** Hint */
            hint: string | null;
            /** Sentence */
            sentence: string;
        };
        /**
         * RefusedRow
         * @description A row that was left out, and why; pasted rows count from 1, those of a file by its lines.
         */
        RefusedRow: {
            /** Row */
            row: number;
            /** Sentence */
            sentence: string;
        };
        /**
         * ReleaseChange
         * @description What is said of a release; what left stays as it was.
         */
        ReleaseChange: {
            /** Day */
            day?: string | null;
            /** Kind */
            kind?: string | null;
            /** Name */
            name?: string | null;
            /** Note */
            note?: string | null;
            /** Recipient */
            recipient?: string | null;
        };
        /**
         * ReleaseList
         * @description The releases by day.
         */
        ReleaseList: {
            /** Releases */
            releases: components["schemas"]["ReleaseRow"][];
        };
        /**
         * ReleasePage
         * @description One release with the places of its quotes.
         */
        ReleasePage: {
            /** Day */
            day: string | null;
            /** Heads */
            heads: string | null;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Note */
            note: string | null;
            /** Participants */
            participants: string[];
            /** Printed */
            printed: components["schemas"]["ReleasedQuote"][];
            /** Quotes */
            quotes: number;
            /** Recipient */
            recipient: string | null;
            /** Tables */
            tables: number;
        };
        /**
         * ReleaseRow
         * @description One release, with how much of each left.
         */
        ReleaseRow: {
            /** Day */
            day: string | null;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Note */
            note: string | null;
            /** Participants */
            participants: string[];
            /** Quotes */
            quotes: number;
            /** Recipient */
            recipient: string | null;
            /** Tables */
            tables: number;
        };
        /**
         * ReleasedQuote
         * @description A place that left, with what was printed beside it.
         */
        ReleasedQuote: {
            /** Attribution */
            attribution: {
                [key: string]: string;
            };
            /** End Char */
            end_char: number;
            /** Source */
            source: string;
            /** Start Char */
            start_char: number;
        };
        /**
         * RemedyRow
         * @description A way out, with what would be printed and how many share it then.
         */
        RemedyRow: {
            /**
             * Attribution
             * @description Null where it stays open.
             */
            attribution: {
                [key: string]: string;
            } | null;
            /** K */
            k: number | null;
            /** Kind */
            kind: string;
        };
        /**
         * ResponseRate
         * @description What came of asking the people of one group; rates are shares of those asked.
         */
        ResponseRate: {
            /** Agreed */
            agreed: number;
            /** Agreed Rate */
            agreed_rate: number | null;
            /** Asked */
            asked: number;
            /** Declined */
            declined: number;
            /** Found */
            found: number;
            /**
             * Group
             * @description Null for all.
             */
            group: string | null;
            /** Interviewed */
            interviewed: number;
            /** Interviewed Rate */
            interviewed_rate: number | null;
            /** No Answer */
            no_answer: number;
            /** Unavailable */
            unavailable: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * RiskRow
         * @description One risk; ``quotes`` are numbers of quotes, ``cells`` of a table by row and column.
         */
        RiskRow: {
            /** Attribution */
            attribution: {
                [key: string]: string;
            };
            /** Cells */
            cells: [
                string,
                string
            ][];
            /** Holders */
            holders: number | null;
            /** K */
            k: number | null;
            /** Kind */
            kind: string;
            /** Quotes */
            quotes: number[];
            /**
             * Released
             * @description How many quotes released before have a part in it.
             */
            released: number;
            /** Remedies */
            remedies: components["schemas"]["RemedyRow"][];
            /**
             * Says
             * @description The risk in one sentence.
             */
            says: string;
        };
        /**
         * RuleMoves
         * @description Where the rule of a grouping and the other rule of equal number disagree.
         */
        RuleMoves: {
            /** Moves */
            moves: components["schemas"]["MovedCase"][];
            /** Other Rule */
            other_rule: string;
            /** Rule */
            rule: string;
        };
        /**
         * Said
         * @description What a field said before and after, shortened; null where nothing stood.
         */
        Said: {
            /** After */
            after: string | null;
            /** Before */
            before: string | null;
        };
        /**
         * Saved
         * @description What was recorded; ``operation`` is null where nothing was to be done.
         */
        Saved: {
            /**
             * Heads
             * @description The name of the study's state from now on.
             */
            heads: string;
            /**
             * Ids
             * @description The ids of what was made, in order.
             */
            ids: string[];
            /**
             * Operation
             * @description The operation, as undo and history name it.
             */
            operation: string | null;
            /**
             * Sentence
             * @description What it did, in a sentence.
             */
            sentence: string | null;
        };
        /**
         * SearchPage
         * @description Passages that answer; sources and participants are counted in all that was found so far.
         */
        SearchPage: {
            /**
             * Expression
             * @description The question as it was understood.
             */
            expression: string;
            /** Items */
            items: components["schemas"]["PassageRow"][];
            /**
             * Next
             * @description The cursor of the next page; null on the last.
             */
            next: string | null;
            /** Participants */
            participants: number;
            /** Sources */
            sources: number;
            /**
             * Total
             * @description How many there are, where that is known.
             */
            total: number | null;
        };
        /**
         * SelectionList
         * @description The selections in the order in which they were made.
         */
        SelectionList: {
            /** Selections */
            selections: components["schemas"]["SelectionRow"][];
        };
        /**
         * SelectionRow
         * @description One selection, as the list of a frame has it.
         */
        SelectionRow: {
            /** Chosen */
            chosen: components["schemas"]["ChosenCase"][];
            /** Exact */
            exact: boolean;
            /** Frame */
            frame: string;
            /** Frame Id */
            frame_id: string;
            /** Id */
            id: string;
            /** Method */
            method: string;
            /** Name */
            name: string;
            /** Reason */
            reason: string | null;
            /** Replaced By */
            replaced_by: string | null;
            /**
             * Tied
             * @description How many sets are equally good.
             */
            tied: number;
        };
        /**
         * SelectionWhole
         * @description A selection with the paragraph for a methods section and the table beside it.
         */
        SelectionWhole: {
            /** Chosen */
            chosen: components["schemas"]["ChosenCase"][];
            /** Exact */
            exact: boolean;
            /** Frame */
            frame: string;
            /** Frame Id */
            frame_id: string;
            /** Id */
            id: string;
            /** Method */
            method: string;
            /** Name */
            name: string;
            /** Paragraph */
            paragraph: string;
            /** Reason */
            reason: string | null;
            /** Replaced By */
            replaced_by: string | null;
            table: components["schemas"]["ProfileTable"];
            /**
             * Tied
             * @description How many sets are equally good.
             */
            tied: number;
        };
        /**
         * SetList
         * @description All sets in the order in which they were made.
         */
        SetList: {
            /** Sets */
            sets: components["schemas"]["SetRow"][];
        };
        /**
         * SetMemberRow
         * @description One member of a set.
         */
        SetMemberRow: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /**
         * SetPage
         * @description One set with its members.
         */
        SetPage: {
            /** Description */
            description: string | null;
            /** Id */
            id: string;
            /** Members */
            members: components["schemas"]["SetMemberRow"][];
            /** Name */
            name: string;
        };
        /**
         * SetRow
         * @description One set, with how many members it has.
         */
        SetRow: {
            /** Description */
            description: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
        };
        /**
         * SettingValue
         * @description What a setting shall be.
         */
        SettingValue: {
            /** Value */
            value: string;
        };
        /**
         * SeveralSites
         * @description Somebody in more than one site, for a footnote.
         */
        SeveralSites: {
            /** Counted In */
            counted_in: string | null;
            /** Participant */
            participant: string;
            /** Sites */
            sites: string[];
        };
        /**
         * ShelfHead
         * @description The studies of a person, the latest changed first.
         */
        ShelfHead: {
            /**
             * Folder
             * @description Where new studies are made.
             */
            folder: string;
            /**
             * Is Person Known
             * @description False: it is only the login name.
             */
            is_person_known: boolean;
            /**
             * Open
             * @description Whether a study is open.
             */
            open: boolean;
            /**
             * Person
             * @description Who works here.
             */
            person: string | null;
            /** Studies */
            studies: components["schemas"]["StudyOnShelf"][];
        };
        /**
         * ShippedFrame
         * @description A frame that comes with crosscase.
         */
        ShippedFrame: {
            /** Population Date */
            population_date?: string | null;
            /**
             * Shipped
             * @default ics
             */
            shipped: string;
        };
        /**
         * SideChoice
         * @description One that can be rows or columns, under its heading.
         */
        SideChoice: {
            /** Group */
            group: string;
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * SourceAttribute
         * @description What a source has for one attribute.
         */
        SourceAttribute: {
            /** Attribute Id */
            attribute_id: string;
            /** Name */
            name: string;
            /** Type */
            type: string;
            /** Value */
            value: string | number | boolean | null;
        };
        /**
         * SourceChange
         * @description What is left out stays; null clears (but not the name).
         */
        SourceChange: {
            /**
             * Date
             * @description 2024-03-01, 2024-03 or 2024.
             */
            date?: string | null;
            /** Language */
            language?: string | null;
            /** Name */
            name?: string | null;
            /** Note */
            note?: string | null;
            /**
             * Quotable
             * @description false: its words may be read, but not quoted.
             */
            quotable?: boolean | null;
            was?: components["schemas"]["SourceWas"] | null;
        };
        /**
         * SourceCodings
         * @description The codings of a source by their places, a list a column.
         */
        SourceCodings: {
            /** Basis */
            basis: (("asserted" | "inferred") | null)[];
            /**
             * Code
             * @description An index into codes.
             */
            code: number[];
            /**
             * Coded On
             * @description An ISO day.
             */
            coded_on: string[];
            /**
             * Coder
             * @description An index into coders; -1 for nobody.
             */
            coder: number[];
            /** Coders */
            coders: string[];
            /** Codes */
            codes: string[];
            /** End Char */
            end_char: number[];
            /** Id */
            id: string[];
            /**
             * Region
             * @description [page, x, y, width, height]: the four in parts of the whole; page 0 is a picture.
             */
            region: (number[] | null)[];
            /** Start Char */
            start_char: number[];
            /**
             * Touched
             * @description Whether a correction changed some of its words.
             */
            touched: boolean[];
            /** Valence */
            valence: (("enabling" | "constraining" | "mixed") | null)[];
        };
        /**
         * SourceIds
         * @description Several sources at once.
         */
        SourceIds: {
            /** Sources */
            sources: string[];
        };
        /**
         * SourcePage
         * @description One source, whole.
         */
        SourcePage: {
            /** Attributes */
            attributes: components["schemas"]["SourceAttribute"][];
            /** Chars */
            chars: number;
            /**
             * Coded Turns
             * @description Turns that a coding overlaps; the interviewer's are left aside.
             */
            coded_turns: number;
            /** Codings */
            codings: number;
            /** Date */
            date: string | null;
            /** File Name */
            file_name: string | null;
            /** Format */
            format: string | null;
            /** Groups */
            groups: components["schemas"]["GroupRow"][];
            /**
             * Has Original
             * @description Whether the file that it came from is kept.
             */
            has_original: boolean;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "text" | "pdf" | "picture" | "audio" | "video";
            /** Language */
            language: string | null;
            /**
             * Media
             * @description Whether a recording goes with it.
             */
            media: boolean;
            /** Name */
            name: string;
            /** Note */
            note: string | null;
            /** Participants */
            participants: components["schemas"]["ParticipantRow"][];
            /**
             * Quotable
             * @description Whether its words may be quoted.
             */
            quotable: boolean;
            /**
             * Revision
             * @description The revision that its words are in now; null where it has no words.
             */
            revision: string | null;
            /** Speakers */
            speakers: string[];
            /** Translation Of */
            translation_of: string | null;
            /** Turns */
            turns: number;
            /**
             * Turns To Code
             * @description Turns with words that are not the interviewer's.
             */
            turns_to_code: number;
            /** Words */
            words: number;
        };
        /**
         * SourcePassage
         * @description A passage where it lies now, with its words; empty where its words are gone.
         */
        SourcePassage: {
            /** End Char */
            end_char: number;
            /** Source */
            source: string;
            /** Source Id */
            source_id: string;
            /** Start Char */
            start_char: number;
            /** Text */
            text: string;
        };
        /**
         * SourceRow
         * @description One source, as the list of sources has it.
         */
        SourceRow: {
            /** Chars */
            chars: number;
            /**
             * Coded Turns
             * @description Turns that a coding overlaps; the interviewer's are left aside.
             */
            coded_turns: number;
            /** Codings */
            codings: number;
            /** Date */
            date: string | null;
            /** Format */
            format: string | null;
            /** Groups */
            groups: components["schemas"]["GroupRow"][];
            /**
             * Has Original
             * @description Whether the file that it came from is kept.
             */
            has_original: boolean;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "text" | "pdf" | "picture" | "audio" | "video";
            /** Language */
            language: string | null;
            /**
             * Media
             * @description Whether a recording goes with it.
             */
            media: boolean;
            /** Name */
            name: string;
            /** Note */
            note: string | null;
            /** Participants */
            participants: components["schemas"]["ParticipantRow"][];
            /**
             * Quotable
             * @description Whether its words may be quoted.
             */
            quotable: boolean;
            /** Speakers */
            speakers: string[];
            /** Translation Of */
            translation_of: string | null;
            /** Turns */
            turns: number;
            /**
             * Turns To Code
             * @description Turns with words that are not the interviewer's.
             */
            turns_to_code: number;
            /** Words */
            words: number;
        };
        /**
         * SourceText
         * @description The current words of a source and how they are laid out.
         */
        SourceText: {
            /**
             * Furniture
             * @description Running heads and page numbers, likewise.
             */
            furniture: number[][];
            /**
             * Headings
             * @description [start_char, end_char] each.
             */
            headings: number[][];
            /** Labels */
            labels: components["schemas"]["TextLabel"][];
            /** Page Starts */
            page_starts: number[];
            /** Revision */
            revision: string;
            /** Source */
            source: string;
            /** Text */
            text: string;
            turns: components["schemas"]["TurnColumns"];
        };
        /**
         * SourceWas
         * @description What the page showed of the fields that it changes.
         */
        SourceWas: {
            /** Date */
            date?: string | null;
            /** Language */
            language?: string | null;
            /** Name */
            name?: string | null;
            /** Note */
            note?: string | null;
        };
        /**
         * SpeakerLink
         * @description Who speaks under a label; neither a participant nor a role takes the link away.
         */
        SpeakerLink: {
            /** Label */
            label: string;
            /** Participant */
            participant?: string | null;
            /** Role */
            role?: ("participant" | "interviewer" | "observer" | "other") | null;
            /** Source */
            source: string;
        };
        /**
         * SpeakerList
         * @description The labels, and of how many it is not said who speaks.
         */
        SpeakerList: {
            /** Speakers */
            speakers: components["schemas"]["SpeakerRow"][];
            /** Unlinked */
            unlinked: number;
        };
        /**
         * SpeakerRow
         * @description One label in one source.
         */
        SpeakerRow: {
            /** Label */
            label: string;
            /** Participant */
            participant: string | null;
            /** Participant Id */
            participant_id: string | null;
            /** Role */
            role: string | null;
            /** Source */
            source: string;
            /** Source Id */
            source_id: string;
            /** Turns */
            turns: number;
            /**
             * Words
             * @description Null where the labels of all sources are asked for.
             */
            words: number | null;
        };
        /**
         * StudyChosen
         * @description Which study is to be opened.
         */
        StudyChosen: {
            /** Id */
            id: string;
        };
        /**
         * StudyDescription
         * @description A new title or description; what is left out stays.
         */
        StudyDescription: {
            /** Description */
            description?: string | null;
            /** Title */
            title?: string | null;
        };
        /**
         * StudyHead
         * @description What every page shows of the study.
         */
        StudyHead: {
            /** As Of */
            as_of: string | null;
            counts: components["schemas"]["Counts"];
            /** Description */
            description: string | null;
            /** File Name */
            file_name: string;
            /** Heads */
            heads: string;
            /** Id */
            id: string;
            /**
             * Is Exact
             * @description False for a day: it goes by what clocks said.
             */
            is_exact: boolean;
            /**
             * Person
             * @description Who works here; null where only reading is possible.
             */
            person: string | null;
            /** Person Id */
            person_id: string | null;
            /** Place Warning */
            place_warning: string | null;
            /** Read Only */
            read_only: boolean;
            /** Settings */
            settings: {
                [key: string]: string;
            };
            /** Title */
            title: string;
            /** Version */
            version: string;
        };
        /**
         * StudyOnShelf
         * @description One study that can be opened.
         */
        StudyOnShelf: {
            /** Changed Ms */
            changed_ms: number;
            /** Folder */
            folder: string;
            /**
             * Id
             * @description Names it here; no path.
             */
            id: string;
            /**
             * Name
             * @description The name of its file.
             */
            name: string;
            /** Readable */
            readable: boolean;
            /** Size */
            size: number;
            /** Title */
            title: string;
            /**
             * Why
             * @description Why it cannot be opened.
             */
            why: string | null;
        };
        /**
         * TakenTable
         * @description What came of a table; ``saved`` is null where it was only tried.
         */
        TakenTable: {
            /** Made */
            made: number;
            /** Notes */
            notes: string[];
            /** Refused */
            refused: components["schemas"]["RefusedRow"][];
            saved: components["schemas"]["Saved"] | null;
            /** Unchanged */
            unchanged: number;
            /** Updated */
            updated: number;
        };
        /**
         * TextLabel
         * @description A speaker label, with whom it is linked to.
         */
        TextLabel: {
            /**
             * Is Of Interviewer
             * @description Said of it, or told by its form where nothing is said.
             */
            is_of_interviewer: boolean;
            /** Label */
            label: string;
            /** Participant */
            participant: string | null;
            /** Participant Id */
            participant_id: string | null;
            /** Role */
            role: string | null;
        };
        /**
         * ThingToDo
         * @description One thing to do in the field.
         */
        ThingToDo: {
            /** About */
            about: string;
            /** Day */
            day: string | null;
            /** Participant */
            participant: string | null;
            /** Sentence */
            sentence: string;
            /** Slug */
            slug: string;
        };
        /**
         * Touched
         * @description What a change of a code and those below it would touch.
         */
        Touched: {
            /** Coders */
            coders: number;
            /** Codings */
            codings: number;
            /** Passages */
            passages: number;
            /** Sources */
            sources: number;
            /** Subcodes */
            subcodes: number;
        };
        /**
         * TouchedSource
         * @description A source that is hidden whole.
         */
        TouchedSource: {
            /** Codings */
            codings: number;
            /** Id */
            id: string;
            /** Name */
            name: string | null;
            /**
             * Others
             * @description How many other participants speak in it.
             */
            others: number;
            /** Turns */
            turns: number;
        };
        /**
         * TurnColumns
         * @description The turns in order, a list a column; offsets count Unicode code points.
         */
        TurnColumns: {
            /** End Char */
            end_char: number[];
            /**
             * Label
             * @description An index into labels; -1 for none.
             */
            label: number[];
            /** Speech Start Char */
            speech_start_char: number[];
            /** Start Char */
            start_char: number[];
            /** Start Ms */
            start_ms: (number | null)[];
        };
        /**
         * UsedBy
         * @description Something that used a participant's words or names them; it stays.
         */
        UsedBy: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string | null;
        };
        /**
         * ValueCell
         * @description One cell of the grid; null takes the value away.
         */
        ValueCell: {
            /** Attribute */
            attribute: string;
            /**
             * Case
             * @description A case or a source.
             */
            case: string;
            /** Value */
            value: string | boolean | number | null;
        };
        /**
         * WithdrawalLifted
         * @description A participant whose withdrawal is lifted.
         */
        WithdrawalLifted: {
            /** Participant */
            participant: string;
        };
        /**
         * WithdrawalList
         * @description The withdrawals by day.
         */
        WithdrawalList: {
            /** Withdrawals */
            withdrawals: components["schemas"]["WithdrawalRow"][];
        };
        /**
         * WithdrawalPreview
         * @description What a withdrawal hides, and what used the participant's words.
         */
        WithdrawalPreview: {
            /**
             * Counts
             * @description How many things of each kind are hidden.
             */
            counts: {
                [key: string]: number;
            };
            /** Sources */
            sources: components["schemas"]["TouchedSource"][];
            /** Used By */
            used_by: components["schemas"]["UsedBy"][];
        };
        /**
         * WithdrawalRow
         * @description A withdrawal that stands; whose it is has no name while it does.
         */
        WithdrawalRow: {
            /** Day */
            day: string | null;
            /** Participant */
            participant: string;
            /** Reason */
            reason: string | null;
        };
        /**
         * WordFlagRow
         * @description A place in a source to look at before it is printed.
         */
        WordFlagRow: {
            /** About */
            about: string;
            /** Bracket */
            bracket: string | null;
            /** End Char */
            end_char: number;
            /**
             * Kind
             * @description bracket, public or second reviewer.
             */
            kind: string;
            /** Quote */
            quote: number;
            /** Start Char */
            start_char: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    remove_activity: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                activity: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_activity: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                activity: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_activity: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                activity: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_attribute: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAttribute"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_attribute: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                attribute: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_attribute: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                attribute: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributeChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_attribute: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                attribute: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    cases: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCase"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    take_file: {
        parameters: {
            query?: {
                kind?: string | null;
                dry_run?: boolean;
            };
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_take_file"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenTable"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    take_table: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseTable"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenTable"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    read_case_table: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_read_case_table"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadTable"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    set_values: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseCells"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    check_values: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseCells"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedCells"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    codebook_file: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx" | "yaml" | "md";
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    import_codebook: {
        parameters: {
            query?: {
                /** @description Only say what would be. */
                dry_run?: boolean;
            };
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_codebook"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodebookImported"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    coders: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoderList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_coder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoderName"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    rename_coder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                coder: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoderName"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    codes: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Codebook"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    code: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodePage"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    describe_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    comparison: {
        parameters: {
            query: {
                source: string;
                /** @description In Unicode code points. */
                start_char: number;
                /** @description In Unicode code points. */
                end_char: number;
                /** @description How many at most of either. */
                most?: number;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonAnswer"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    decide_on_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeDecision"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    merge_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeMerge"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    preview_merge: {
        parameters: {
            query: {
                into: string;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    move_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeMove"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    code_passages: {
        parameters: {
            query?: {
                below?: boolean;
                /** @description Only what this coder coded. */
                coder?: string | null;
                /** @description Only what somebody said, or a source holds, that lies in this case. */
                case?: string | null;
                /** @description Where the next page begins: ``next`` of the one before. */
                cursor?: string | null;
                /** @description How many at most. */
                most?: number;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PassageRow_"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    reopen_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    retire_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    split_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeSplit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_coding: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCoding"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    recode: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Recoding"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_codings: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingIds"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_codings: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingIds"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    coding: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                coding: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodingPage"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_coding: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                coding: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodingChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    conflicts: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    settle_conflict: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConflictSettled"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_consent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConsent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_consent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                consent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_consent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                consent: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_consent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                consent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                contact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                contact: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                contact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    disclosure: {
        parameters: {
            query?: {
                q?: string | null;
                /** @description A set, by name or id. */
                set?: string | null;
                /** @description A code and those below it. */
                code?: string | null;
                /** @description The coded passages of a source. */
                source?: string | null;
                /** @description Codings by their ids. */
                codings?: string[] | null;
                /** @description Each as its source, start and end: id.120.184. */
                passages?: string[] | null;
                /** @description What is printed beside a quote: role, site. */
                by?: string[] | null;
                /** @description Tables printed beside the quotes: site,sector. */
                tables?: string[] | null;
                k?: number | null;
                /** @description Look at the words too. */
                words?: boolean;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureAnswer"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    disclosure_of_export: {
        parameters: {
            query?: {
                q?: string | null;
                /** @description A code and those below it. */
                code?: string | null;
                /** @description The coded passages of a source. */
                source?: string | null;
                /** @description Each as its source, start and end: id.120.184. */
                passages?: string[] | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportAnswer"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    disclosure_policy: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyAnswer"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    make_disclosure_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    cases_document: {
        parameters: {
            query?: {
                /** @description Cases of this kind only. */
                kind?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Word document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    codebook_document: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Word document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    history_document: {
        parameters: {
            query?: {
                /** @description What this coder did. */
                person?: string | null;
                /** @description What it was about. */
                kind?: ("study" | "source" | "code" | "coding" | "coder" | "case" | "attribute" | "memo" | "link" | "set" | "query" | "frame" | "fieldwork" | "release" | "undo") | null;
                since?: string | null;
                until?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Word document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    home_document: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Word document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    matrix_table: {
        parameters: {
            query?: {
                /** @description codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, participants, valence or basis. */
                rows?: string;
                /** @description codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, participants, valence or basis. */
                columns?: string;
                /** @description participants, sources, passages, codings, words, cases or a kind of cases. */
                count?: string;
                /** @description Count only what answers this question. */
                where?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
                /** @description Count participants of those asked about this topic. */
                asked?: string | null;
                /** @description With asked: and of those who raised the topic unprompted. */
                or_raised?: boolean;
                /** @description The guide of that topic, where there are several. */
                guide?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Comma-separated values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    matrix_document: {
        parameters: {
            query?: {
                /** @description codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, participants, valence or basis. */
                rows?: string;
                /** @description codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, participants, valence or basis. */
                columns?: string;
                /** @description participants, sources, passages, codings, words, cases or a kind of cases. */
                count?: string;
                /** @description Count only what answers this question. */
                where?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
                /** @description Count participants of those asked about this topic. */
                asked?: string | null;
                /** @description With asked: and of those who raised the topic unprompted. */
                or_raised?: boolean;
                /** @description The guide of that topic, where there are several. */
                guide?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Word document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    matrix_workbook: {
        parameters: {
            query?: {
                /** @description codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, participants, valence or basis. */
                rows?: string;
                /** @description codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, participants, valence or basis. */
                columns?: string;
                /** @description participants, sources, passages, codings, words, cases or a kind of cases. */
                count?: string;
                /** @description Count only what answers this question. */
                where?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
                /** @description Count participants of those asked about this topic. */
                asked?: string | null;
                /** @description With asked: and of those who raised the topic unprompted. */
                or_raised?: boolean;
                /** @description The guide of that topic, where there are several. */
                guide?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A spreadsheet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    memos_document: {
        parameters: {
            query?: {
                kind?: ("analytic" | "methodological" | "reflexive" | "summary") | null;
                /** @description Memos of this coder. */
                author?: string | null;
                /** @description Memos about this thing. */
                about?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Word document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    passages_document: {
        parameters: {
            query?: {
                q?: string | null;
                /** @description The passages of this code and those below it. */
                code?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Word document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    release_document: {
        parameters: {
            query: {
                /** @description The release. */
                release: string;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Word document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    sources_document: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Word document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    transcript_document: {
        parameters: {
            query: {
                /** @description The source. */
                source: string;
                /** @description Only what these coded; left out: everybody. */
                coders?: string[] | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Word document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    live_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description The state that the page has seen, when it comes back. */
                "last-event-id"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `state` (once, where the page begins), `changed`, `busy` and `closed` (the last one: the study was closed here). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_evidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                evidence: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    fieldwork: {
        parameters: {
            query?: {
                today?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldworkBoard"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    fieldwork_homophily: {
        parameters: {
            query?: {
                /** @description A kind of cases, an attribute, or found_by. */
                by?: string;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Homophily"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    fieldwork_person: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldworkPerson"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    describe_recruitment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                participant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecruitmentChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    fieldwork_recruitment: {
        parameters: {
            query?: {
                /** @description A kind of cases, an attribute, or found_by. */
                rows?: string;
                /** @description A kind of cases, an attribute, or found_by. */
                columns?: string;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecruitmentPage"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    fieldwork_referral_chains: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldworkReferrals"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    fieldwork_to_do: {
        parameters: {
            query: {
                /** @description A day, such as 2026-03-02. */
                today: string;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldworkToDo"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    frames: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    take_frame_file: {
        parameters: {
            query: {
                name: string;
                unit?: string | null;
                citation?: string | null;
                dry_run?: boolean;
            };
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_take_frame_file"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameTaken"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_shipped_frame: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippedFrame"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    frame: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                frame: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameWhole"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_frame: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                frame: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    group_frame: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                frame: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrouping"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    ungroup_frame: {
        parameters: {
            query: {
                /** @description The name of a grouping. */
                name: string;
            };
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                frame: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_frame: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                frame: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    frame_rules: {
        parameters: {
            query: {
                characteristic: string;
                groups?: number;
                most_first?: boolean;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                frame: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleMoves"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    frameworks: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Frameworks"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_framework: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrameworkName"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    history: {
        parameters: {
            query?: {
                /** @description What this coder did. */
                person?: string | null;
                /** @description What it was about. */
                kind?: ("study" | "source" | "code" | "coding" | "coder" | "case" | "attribute" | "memo" | "link" | "set" | "query" | "frame" | "fieldwork" | "release" | "undo") | null;
                since?: string | null;
                until?: string | null;
                /** @description Where the next page begins: ``next`` of the one before. */
                cursor?: string | null;
                /** @description How many at most. */
                most?: number;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OperationRow_"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    history_of: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                entity: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityHistory"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    operation: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                /** @description Such as 1a2b3c4d:7. */
                operation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPage"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    begin_import: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_begin_import"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    show_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    cancel_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    choose_for_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportChoices"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    store_import: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_interview: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInterview"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    links: {
        parameters: {
            query?: {
                /** @description Only links of this type. */
                type?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLink"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_evidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEvidence"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    matrix: {
        parameters: {
            query?: {
                /** @description codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, participants, valence or basis. */
                rows?: string;
                /** @description codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, participants, valence or basis. */
                columns?: string;
                /** @description participants, sources, passages, codings, words, cases or a kind of cases. */
                count?: string;
                /** @description Count only what answers this question. */
                where?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
                /** @description Count participants of those asked about this topic. */
                asked?: string | null;
                /** @description With asked: and of those who raised the topic unprompted. */
                or_raised?: boolean;
                /** @description The guide of that topic, where there are several. */
                guide?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatrixAnswer"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    matrix_cell: {
        parameters: {
            query?: {
                /** @description codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, participants, valence or basis. */
                rows?: string;
                /** @description codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, participants, valence or basis. */
                columns?: string;
                /** @description participants, sources, passages, codings, words, cases or a kind of cases. */
                count?: string;
                /** @description Count only what answers this question. */
                where?: string | null;
                /** @description The label of a row or column; left out: its total. */
                row?: string | null;
                /** @description The label of a row or column; left out: its total. */
                column?: string | null;
                /** @description Where the next page begins: ``next`` of the one before. */
                cursor?: string | null;
                /** @description How many at most. */
                most?: number;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
                /** @description Count participants of those asked about this topic. */
                asked?: string | null;
                /** @description With asked: and of those who raised the topic unprompted. */
                or_raised?: boolean;
                /** @description The guide of that topic, where there are several. */
                guide?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CellAnswer"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    matrix_options: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatrixChoices"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_membership: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMembership"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_membership: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                membership: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_membership: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                membership: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    memos: {
        parameters: {
            query?: {
                kind?: ("analytic" | "methodological" | "reflexive" | "summary") | null;
                /** @description Memos of this coder. */
                author?: string | null;
                /** @description Memos about this thing. */
                about?: string | null;
                /** @description Memos about this source, a coding in it or a passage of it. */
                source?: string | null;
                /** @description Where the next page begins: ``next`` of the one before. */
                cursor?: string | null;
                /** @description How many at most. */
                most?: number;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MemoRow_"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    write_memo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMemo"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    memo: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                memo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemoRow"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_memo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                memo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_memo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                memo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemoChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_memo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                memo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    names: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    name_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonNamed"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfHead"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    queries: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    save_query: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuery"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_query: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                query: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_query: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                query: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    redo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OperationAsked"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    add_referral: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReferral"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_referral: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                referral: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_referral: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                referral: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_referral: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                referral: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    releases: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    record_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRelease"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    release_details: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                release: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasePage"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                release: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                release: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                release: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description An expression of the query language; words alone are looked for in texts. */
                q: string;
                /** @description Where the next page begins: ``next`` of the one before. */
                cursor?: string | null;
                /** @description How many at most. */
                most?: number;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    code_search: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodedSearch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodedSearchSaved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    selections: {
        parameters: {
            query?: {
                /** @description Only those from this frame. */
                frame?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    choose_cases: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSelection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    preview_selection: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoiceAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChoiceTried"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    selection: {
        parameters: {
            query?: {
                /** @description Real names in place of Site A and so on. */
                names?: boolean;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                selection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionWhole"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_selection: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                selection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_selection: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                selection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    sets: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    make_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    set_page: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetPage"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    change_members: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    show_shelf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfHead"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    close_study: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfHead"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    make_study: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStudy"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfHead"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    open_shelved_study: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StudyChosen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShelfHead"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    sources: {
        parameters: {
            query?: {
                /** @description Where the next page begins: ``next`` of the one before. */
                cursor?: string | null;
                /** @description How many at most. */
                most?: number;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SourceRow_"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_sources: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceIds"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    source: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    remove_source: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    describe_source: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    source_codings: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceCodings"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    correct_source: {
        parameters: {
            query?: {
                preview?: boolean;
            };
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectedText"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    source_media: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description The range of bytes that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The file has no such range. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    attach_media: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_attach_media"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    detach_media: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    source_original: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description The range of bytes that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The file has no such range. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    keep_source_original: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_keep_source_original"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    source_page: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                source: string;
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSource"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    restore_source: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    settle_source: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    source_words: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceText"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    speakers: {
        parameters: {
            query?: {
                source?: string | null;
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    link_speaker: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeakerLink"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    link_speakers_by_name: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    study: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudyHead"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    describe_study: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StudyDescription"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    make_setting: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingValue"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OperationAsked"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    withdrawals: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalList"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    withdraw_participant: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWithdrawal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    lift_withdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh UUID for each thing that a person does. Sent again with the same one after a lost connection, it is not done twice. */
                intent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalLifted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
    preview_withdrawal: {
        parameters: {
            query?: {
                /** @description The study as it was: the name of an operation or of heads (exact), or a day such as 2026-03-02 (approximate: it goes by what each machine's clock said). */
                as_of?: string | null;
            };
            header?: never;
            path: {
                participant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalPreview"];
                };
            };
            /** @description It cannot be done as asked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description This browser was not let in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request came from elsewhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description It is not in the study. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The study, or somebody else's work, stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
            /** @description The request or a file cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failed"];
                };
            };
        };
    };
}
