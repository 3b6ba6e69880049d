#include "guards/start_phase.h"

#include "guards/code_identity.h"
#include "guards/filesystem_guard.h"
#include "guards/import_roots.h"
#include "guards/imports_guard.h"
#include "guards/interpreter_guard.h"
#include "guards/spawn_preparation.h"

namespace hermetic {

absl::Status StartPhase::End() {
  if (over_) return absl::OkStatus();
  NoteSearchPath();
  NoteLevels();
  NoteSiteDirectories();
  NoteImportRoots();
  NoteWorker();
  over_ = true;
  HideDeniedModules();
  return GuardImportState();
}

}  // namespace hermetic
