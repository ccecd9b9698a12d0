# What 100 hours on eight V100 in Iowa emit; needs the packages curl and jsonlite.
args <- commandArgs(trailingOnly = TRUE)
server <- if (length(args) > 0) args[[1]] else "http://localhost:4173"
run <- list(
  hardware = list(list(accelerator = "Tesla V100-SXM2-16GB", count = 8)),
  hours = 100,
  place = list(provider = "gcp", region = "us-central1")
)
handle <- curl::new_handle(
  postfields = jsonlite::toJSON(run, auto_unbox = TRUE),
  httpheader = "content-type: application/json"
)
answer <- curl::curl_fetch_memory(paste0(server, "/v1/estimates?answer=row"), handle)
cat(rawToChar(answer$content), "\n")
if (answer$status_code != 200) quit(status = 1)
